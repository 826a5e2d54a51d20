const en = {
  title: 'Drill',
};
export type DrillMessages = typeof en;
const zh: DrillMessages = {
  title: '练习',
};
export const drillMessages = { en, zh };
