import { hubspot } from '@hubspot/ui-extensions';
import { HandoffCard } from './HandoffCard.tsx';

hubspot.extend<'crm.record.tab'>((api) => <HandoffCard {...api} />);
