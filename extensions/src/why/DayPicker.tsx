import { type BaseDate, Button, DateInput, Flex } from '@hubspot/ui-extensions';
import { calendarDayOf, dateInputValue } from '../words/calendar-day.ts';

/** Chooses the day of the past that the card tells of. */
export function DayPicker({
  day,
  today,
  choose,
}: {
  /** `YYYY-MM-DD`; null for now. */
  readonly day: string | null;
  readonly today: string;
  readonly choose: (day: string | null) => void;
}) {
  const chosen = (date: BaseDate | null | undefined) => {
    const next = calendarDayOf(date);
    choose(next !== null && next < today ? next : null);
  };
  return (
    <Flex gap="sm" align="end" wrap="wrap">
      <DateInput
        label="As it was on"
        name="as-it-was-on"
        timezone="portalTz"
        max={dateInputValue(today)}
        value={dateInputValue(day ?? today)}
        onChange={chosen}
        testId="day"
      />
      {day !== null && (
        <Button size="sm" onClick={() => choose(null)} testId="now">
          Back to now
        </Button>
      )}
    </Flex>
  );
}
