import { Flex, Heading, Tile, ToggleGroup } from '@hubspot/ui-extensions';
import type { Work } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { LinesField } from '../parts/LinesField.tsx';

type Calendar = Work['calendar'];

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** When clocks run: weekdays, hours and holidays of the pools, in the portal's zone. */
export function WorkingTime({
  calendar,
  onChange,
}: {
  readonly calendar: Calendar;
  readonly onChange: (calendar: Calendar) => void;
}) {
  const { isReadOnly } = useEditor();
  const options = DAYS.map((label, index) => ({ label, value: String(index + 1), readOnly: isReadOnly }));
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Heading>Working time</Heading>
        <ToggleGroup
          name="weekdays"
          label="Days"
          toggleType="checkboxList"
          inline={true}
          options={options}
          value={calendar.weekdays.map(String)}
          onChange={(days: string[]) => onChange({ ...calendar, weekdays: days.map(Number).sort((a, b) => a - b) })}
        />
        <LinesField
          label="Hours, such as 09:00-17:00"
          values={calendar.openings.map(([from, to]) => `${from}-${to}`)}
          path="work.calendar.openings"
          onChange={(lines) => onChange({ ...calendar, openings: lines.map(openingOf) })}
        />
        <LinesField
          label="Holidays, such as 2026-12-25"
          values={calendar.holidays}
          path="work.calendar.holidays"
          onChange={(holidays) => onChange({ ...calendar, holidays })}
        />
      </Flex>
    </Tile>
  );
}

/** What is not written well is kept as it is: the draft says what is wrong with it. */
function openingOf(line: string): [string, string] {
  const [from = '', to = ''] = line.split(/\s*[-–]\s*/);
  return [from, to];
}
