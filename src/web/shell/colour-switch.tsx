import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTexts } from '../text/use-texts.tsx';

/** Switches between light, dark and what the system says; Mantine remembers the choice in this browser. */
export function ColourSwitch() {
  const texts = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choice = (Icon: typeof IconSun, name: string) => (
    <span className="colour-choice" title={name}>
      <Icon size={15} aria-hidden />
      <span className="visually-hidden">{name}</span>
    </span>
  );
  return (
    <SegmentedControl
      size="xs"
      aria-label={texts.nav.colours}
      value={colorScheme}
      onChange={setColorScheme}
      data={[
        { value: 'light', label: choice(IconSun, texts.nav.light) },
        { value: 'dark', label: choice(IconMoon, texts.nav.dark) },
        { value: 'auto', label: choice(IconDeviceDesktop, texts.nav.system) },
      ]}
    />
  );
}
