import type { TabProps, TabsProps } from '@hubspot/ui-extensions';
import { Tabs as MantineTabs } from '@mantine/core';
import { Children, createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';

interface TabHead {
  readonly id: string | number;
  readonly title: string;
  readonly disabled: boolean;
  readonly tooltip: string | undefined;
}

interface TabsState {
  readonly selected: string | number | undefined;
  readonly report: (index: number, head: TabHead | undefined) => void;
}

const TabsContext = createContext<TabsState>({ selected: undefined, report: () => undefined });
const TabIndex = createContext(0);

/** Which tabs there are, only the tabs themselves know (each is a component of its own in the worker), so they report here. */
export function Tabs({
  selected,
  defaultSelected,
  onSelectedChange,
  variant = 'default',
  fill,
  children,
  testId,
}: TabsProps) {
  const [heads, setHeads] = useState<Readonly<Record<number, TabHead>>>({});
  const [chosen, setChosen] = useState(defaultSelected);
  const report = useCallback((index: number, head: TabHead | undefined) => {
    setHeads(({ [index]: _, ...others }) => (head === undefined ? others : { ...others, [index]: head }));
  }, []);
  const list = Object.values(heads);
  const current = selected ?? chosen ?? list.find(({ disabled }) => !disabled)?.id;
  const state = useMemo(() => ({ selected: current, report }), [current, report]);
  const choose = (text: string | null) => {
    const head = list.find(({ id }) => String(id) === text);
    if (head === undefined) return;
    setChosen(head.id);
    (onSelectedChange as ((id: string | number) => void) | undefined)?.(head.id);
  };
  return (
    <MantineTabs
      value={current === undefined ? null : String(current)}
      onChange={choose}
      variant={variant === 'enclosed' ? 'outline' : 'default'}
      color="dark"
      data-test-id={testId}
    >
      <MantineTabs.List grow={fill ?? false}>
        {list.map(({ id, title, disabled, tooltip }) => (
          <MantineTabs.Tab key={id} value={String(id)} disabled={disabled} title={tooltip}>
            {title}
          </MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      <TabsContext.Provider value={state}>
        {Children.map(children, (tab, index) => (
          <TabIndex.Provider value={index}>{tab}</TabIndex.Provider>
        ))}
      </TabsContext.Provider>
    </MantineTabs>
  );
}

export function Tab({ tabId, title = '', disabled = false, tooltip, children, testId }: TabProps) {
  const index = useContext(TabIndex);
  const { selected, report } = useContext(TabsContext);
  const id = tabId ?? index;
  useEffect(() => {
    report(index, { id, title, disabled, tooltip });
    return () => report(index, undefined);
  }, [report, index, id, title, disabled, tooltip]);
  if (selected !== id) return null;
  return (
    <MantineTabs.Panel value={String(id)} pt="sm" data-test-id={testId}>
      {children}
    </MantineTabs.Panel>
  );
}
