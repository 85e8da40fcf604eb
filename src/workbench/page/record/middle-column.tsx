import { Tabs } from '@mantine/core';
import { CardView } from './card-view.tsx';
import { Activity } from './activity.tsx';
import type { CardColumnProps } from './column-props.ts';

/** Tabs: the first tab card is in front, as an admin would place it; a tab once opened keeps running. */
export function MiddleColumn({ view, feed, cards }: CardColumnProps) {
  return (
    <section className="wb-column wb-middle">
      <Tabs defaultValue={cards[0]?.id ?? 'activity'} color="dark" keepMounted className="wb-tabs">
        <Tabs.List>
          {cards.map(({ id, title }) => (
            <Tabs.Tab key={id} value={id}>
              {title}
            </Tabs.Tab>
          ))}
          <Tabs.Tab value="activity">Activity</Tabs.Tab>
        </Tabs.List>
        {cards.map((card) => (
          <Tabs.Panel key={card.id} value={card.id}>
            <div className="wb-card wb-app-card" data-card={card.id}>
              <CardView card={card} feed={feed} typeId={view.typeId} />
            </div>
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="activity">
          <Activity view={view} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
