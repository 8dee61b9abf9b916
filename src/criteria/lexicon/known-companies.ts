/**
 * Short names of well-known companies that sound like one another: where a recognizer wrote one of these, it is not
 * taken for another name of the same sound.
 */
export const knownCompaniesZh: ReadonlySet<string> = new Set(
  (
    '新华 兴华 星华 兴业 新业 平安 平保 泰康 泰安 太平 太平洋 人保 国寿 中信 中兴 中新 华夏 华泰 华太 华安 华兴 建信 建新 ' +
    '光大 广大 民生 阳光 友邦 永安 永诚 永成 安邦 安盛 安诚 大地 天安 天平 信泰 信达 鑫达 幸福 百年 合众 长城 长安 长江 ' +
    '招商 昭商 工商 建设 农业 交通 浦发 渤海 恒丰 浙商 富邦 富德 复星 福星 海康 海航 恒大 恒远 宏远 弘远 鸿远 恒泰 横泰 ' +
    '华润 华瑞 万科 碧桂园 保利 绿地 龙湖 融创 新城 鑫诚 金地 金茂 联通 移动 电信 腾讯 百度 阿里 京东 美团 携程 顺丰 圆通 ' +
    '申通 中通 韵达 极兔 晨光 辰光 晨星 星辰 蓝海 南海 中泰 中太 国泰 国元 东方 东风 西南 海通 中邮 中银 工银 农银 利安 ' +
    '陆家嘴 众安 众诚 安华 安心 泰山 泰和 太和 华农 华贵 国华 国联 国宝 三峡 长生 君康 君龙 珠江 弘康 宏康 瑞泰 瑞华'
  ).split(' '),
);
