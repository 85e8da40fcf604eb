import { hubspot } from '@hubspot/ui-extensions';
import { HomePage } from './HomePage.tsx';

hubspot.extend<'home'>((api) => <HomePage {...api} />);
