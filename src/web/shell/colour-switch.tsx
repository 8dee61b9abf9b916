import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTexts } from '../text/use-texts.tsx';

const icons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop };

/** Switches between light, dark and what the system says; Mantine remembers the choice in this browser. */
export function ColourSwitch() {
  const texts = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const labels = { light: texts.nav.light, dark: texts.nav.dark, auto: texts.nav.system };
  const Current = icons[colorScheme];
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={`${texts.nav.colours}: ${labels[colorScheme]}`}>
          <Current size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(['light', 'dark', 'auto'] as const).map((scheme) => {
          const SchemeIcon = icons[scheme];
          return (
            <Menu.Item
              key={scheme}
              leftSection={<SchemeIcon size={16} aria-hidden />}
              onClick={() => setColorScheme(scheme)}
              {...(scheme === colorScheme ? { 'aria-current': 'true' as const } : {})}
            >
              {labels[scheme]}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
