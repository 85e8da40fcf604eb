// Made by scripts/bundle-cards.mjs from extensions/src/WhyCard.entry.tsx: edit that.

// extensions/src/WhyCard.entry.tsx
import { hubspot as hubspot3 } from "@hubspot/ui-extensions";

// extensions/src/WhyCard.tsx
import { Accordion, EmptyState, Flex as Flex5, Text as Text6 } from "@hubspot/ui-extensions";
import { useState as useState4 } from "react";

// extensions/src/backend/card-api.ts
function backendOrigin({ variables }) {
  const origin = variables?.["API_ORIGIN"];
  return typeof origin === "string" ? origin : void 0;
}

// extensions/src/backend/use-answer.ts
import { hubspot as hubspot2 } from "@hubspot/ui-extensions";
import { useCallback, useEffect as useEffect2, useRef as useRef2, useState as useState3 } from "react";

// extensions/src/backend/read-answer.ts
var PASSING = [408, 425, 429];
async function readAnswer(send) {
  try {
    const response = await send();
    return outcomeOf(response.status, parsed(await response.text()));
  } catch {
    return { kind: "failed", message: "Lead to Revenue could not be reached in time." };
  }
}
function outcomeOf(status, body) {
  if (isEnvelope(body)) return outcomeOf(statusWithin(body, status), parsed(body["responseBody"]));
  const fields = isObject(body) ? body : {};
  if (status >= 200 && status < 300) {
    if (typeof fields["now"] === "number") return { kind: "answered", answer: fields };
    return { kind: "failed", message: "Lead to Revenue sent an answer that could not be read." };
  }
  const [message = `Lead to Revenue could not answer (status ${status}).`] = [fields["detail"], fields["title"]].filter(
    isText
  );
  return { kind: status >= 500 || PASSING.includes(status) ? "failed" : "refused", message };
}
var isObject = (value) => typeof value === "object" && value !== null;
var isText = (value) => typeof value === "string" && value !== "";
var isEnvelope = (body) => isObject(body) && (body["status"] === "success" || body["status"] === "error");
function statusWithin(envelope, outer) {
  const context = isObject(envelope["context"]) ? envelope["context"] : {};
  const [own] = [context["appServerStatusCode"]].flat();
  if (Number(own) > 0) return Number(own);
  if (envelope["status"] === "success") return 200;
  return outer >= 400 ? outer : 502;
}
function parsed(body) {
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body);
  } catch {
    return void 0;
  }
}

// extensions/src/backend/use-action.ts
import { hubspot } from "@hubspot/ui-extensions";
import { useRef, useState } from "react";
var TIMEOUT_MS = 1e4;
function useAction(settle) {
  const [attempt, setAttempt] = useState(null);
  const latest = useRef(null);
  const isSending = useRef(false);
  const send = async (request) => {
    if (isSending.current) return;
    isSending.current = true;
    latest.current = request;
    const { url, body, revision } = request;
    setAttempt({ state: "sending", message: "", revision });
    const outcome = await readAnswer(
      () => hubspot.fetch(url, { method: "POST", body: { ...body }, timeout: TIMEOUT_MS })
    );
    isSending.current = false;
    setAttempt(
      outcome.kind === "answered" ? null : { state: outcome.kind, message: outcome.message, revision: request.revision }
    );
    settle(outcome);
  };
  return {
    attempt,
    click: (url, fields, revision) => {
      void send({ url, body: { key: crypto.randomUUID(), ...fields }, revision });
    },
    dismiss: () => setAttempt(null),
    retry: () => {
      if (latest.current) void send(latest.current);
    }
  };
}

// extensions/src/backend/use-server-now.ts
import { useEffect, useState as useState2 } from "react";
var REDRAW_MS = 15e3;
var REDRAW_AT_THE_END_MS = 1e3;
var LAST_MS = 5 * 6e4;
function useServerNow({ now, arrivedAt }, clock) {
  const [redraws, setRedraws] = useState2(0);
  const present = now + (Date.now() - arrivedAt);
  const dueAt = clock?.stoppedAt === null ? clock.dueAt : void 0;
  useEffect(() => {
    if (dueAt === void 0) return void 0;
    const timer = setTimeout(() => setRedraws((count) => count + 1), untilRedraw(dueAt - present));
    return () => clearTimeout(timer);
  }, [redraws, now, arrivedAt, dueAt]);
  return present;
}
function untilRedraw(left) {
  if (left >= 0 && left <= LAST_MS) return REDRAW_AT_THE_END_MS;
  return left > LAST_MS ? Math.min(REDRAW_MS, left - LAST_MS) : REDRAW_MS;
}

// extensions/src/backend/use-answer.ts
var TIMEOUT_MS2 = 1e4;
var POLL_MS = 2e4;
var POLL_PENDING_MS = 1e3;
var AFTER_EDIT_MS = [1e3, 2e3];
function useAnswer(actions, record, view, properties) {
  const [state, setState] = useState3({ answer: null, arrivedAt: 0, problem: null, settled: 0 });
  const [edits, setEdits] = useState3(0);
  const { answer } = state;
  const settle = useCallback((outcome) => setState((last) => next(last, outcome)), []);
  const reload = useCallback(() => {
    void readAnswer(() => hubspot2.fetch(`${record}/${view}`, { timeout: TIMEOUT_MS2 })).then(settle);
  }, [record, view, settle]);
  const { attempt, click, retry, dismiss } = useAction(
    (outcome) => outcome.kind === "answered" ? settle(outcome) : reload()
  );
  useEffect2(reload, [reload]);
  const pause = answer?.handoff?.state === "pending" ? POLL_PENDING_MS : POLL_MS;
  useEffect2(() => {
    const timer = setTimeout(reload, pause);
    return () => clearTimeout(timer);
  }, [reload, pause, state.settled]);
  const isPending = useRef2(false);
  useEffect2(() => {
    if (isPending.current && pause === POLL_MS) {
      actions.refreshObjectProperties();
      const refusal = answer?.handoff?.refusal;
      actions.addAlert(
        refusal ? { type: "warning", message: `HubSpot did not take it: ${refusal}` } : { type: "success", message: "HubSpot has taken it." }
      );
    }
    isPending.current = pause === POLL_PENDING_MS;
  }, [actions, pause, answer]);
  useEffect2(() => {
    let isShown = true;
    actions.onCrmPropertiesUpdate([...properties], () => {
      if (isShown) setEdits((count) => count + 1);
    });
    return () => {
      isShown = false;
    };
  }, [actions, properties]);
  useEffect2(() => {
    if (edits === 0) return void 0;
    reload();
    const timers = AFTER_EDIT_MS.map((pause2) => setTimeout(reload, pause2));
    return () => timers.forEach(clearTimeout);
  }, [edits, reload]);
  return {
    answer,
    problem: state.problem,
    now: useServerNow({ now: answer?.now ?? 0, arrivedAt: state.arrivedAt }, answer?.handoff?.clock ?? null),
    reload,
    attempt: isOver(attempt, answer) ? null : attempt,
    act: (name, fields) => click(`${record}/${name}`, fields, answer?.revision ?? ""),
    retry,
    dismiss
  };
}
function next(last, outcome) {
  const settled = last.settled + 1;
  if (outcome.kind !== "answered") return { ...last, problem: outcome.message, settled };
  if (last.answer && outcome.answer.now < last.answer.now) return { ...last, problem: null, settled };
  return { answer: outcome.answer, arrivedAt: Date.now(), problem: null, settled };
}
var isOver = (attempt, answer) => attempt?.state === "failed" && attempt.revision !== answer?.revision;

// extensions/src/parts/CardFrame.tsx
import { Button, ErrorState, Flex, LoadingSpinner, Text } from "@hubspot/ui-extensions";

// extensions/src/words/formats.ts
function formatsOf({ user, portal }, zone) {
  const locale = usable(user.locale);
  const timeZone = zone ?? portal.timezone;
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium" });
  const moment = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium", timeStyle: "short" });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const parts = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return {
    day: (at) => day.format(at),
    moment: (at) => moment.format(at),
    number: (value) => number.format(value),
    calendarDay: (at) => {
      const of = (type) => parts.formatToParts(at).find((part) => part.type === type)?.value ?? "";
      return `${of("year")}-${of("month")}-${of("day")}`;
    }
  };
}
function usable(locale) {
  try {
    return Intl.getCanonicalLocales(locale?.replaceAll("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}
var sentence = (text) => /[.!?]$/.test(text) ? text : `${text}.`;

// extensions/src/parts/CardFrame.tsx
import { jsx, jsxs } from "react/jsx-runtime";
function CardFrame({
  card,
  formats,
  children
}) {
  const { answer, problem, reload } = card;
  if (!answer)
    return problem === null ? /* @__PURE__ */ jsx(LoadingSpinner, { label: "Loading", layout: "centered" }) : failure(problem, reload);
  return /* @__PURE__ */ jsxs(Flex, { direction: "column", gap: "sm", children: [
    children(answer),
    problem !== null && /* @__PURE__ */ jsx(Text, { variant: "microcopy", testId: "stale", children: `As of ${formats.moment(answer.now)}; could not be refreshed. ${sentence(problem)}` })
  ] });
}
var failure = (problem, reload) => /* @__PURE__ */ jsxs(ErrorState, { title: "This could not be loaded", children: [
  /* @__PURE__ */ jsx(Text, { children: problem }),
  /* @__PURE__ */ jsx(Button, { onClick: reload, testId: "try-again", children: "Try again" })
] });
var NoBackend = () => /* @__PURE__ */ jsx(ErrorState, { title: "This card is not connected yet", children: /* @__PURE__ */ jsx(Text, { children: "The HubSpot project was uploaded without API_ORIGIN. Upload it again with a profile that sets it." }) });

// extensions/src/parts/Definitions.tsx
import {
  Button as Button2,
  DescriptionList,
  DescriptionListItem,
  Flex as Flex2,
  Panel,
  PanelBody,
  PanelSection,
  Text as Text2
} from "@hubspot/ui-extensions";
import { jsx as jsx2 } from "react/jsx-runtime";
function Definitions({
  definitions,
  title = "What do these mean?"
}) {
  const panel = /* @__PURE__ */ jsx2(Panel, { id: "definitions", title, children: /* @__PURE__ */ jsx2(PanelBody, { children: /* @__PURE__ */ jsx2(PanelSection, { children: /* @__PURE__ */ jsx2(DescriptionList, { direction: "column", children: definitions.map(([word, meaning]) => /* @__PURE__ */ jsx2(DescriptionListItem, { label: word, children: /* @__PURE__ */ jsx2(Text2, { children: meaning }) }, word)) }) }) }) });
  return /* @__PURE__ */ jsx2(Flex2, { justify: "start", children: /* @__PURE__ */ jsx2(Button2, { variant: "transparent", size: "sm", overlay: panel, testId: "definitions", children: title }) });
}

// extensions/src/why/BehaviorReceipt.tsx
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text as Text3 } from "@hubspot/ui-extensions";
import { Fragment } from "react";

// extensions/src/why/points.ts
var UNITS_PER_TENTH = 100;
var toTenths = (units) => Math.round(units / UNITS_PER_TENTH) || 0;
function tenthsOf(units, total) {
  const lower = units.map((each) => Math.floor(each / UNITS_PER_TENTH));
  const missing = total - lower.reduce((sum, each) => sum + each, 0);
  const lostMost = units.map((each, index) => ({ index, lost: each / UNITS_PER_TENTH - (lower[index] ?? 0) })).sort((a, b) => b.lost - a.lost || a.index - b.index).slice(0, missing).map(({ index }) => index);
  const raised = new Set(lostMost);
  return lower.map((each, index) => raised.has(index) ? each + 1 : each);
}

// extensions/src/words/disqualified-text.ts
function disqualifiedText({ by, at, reason, isByAddress }, formats) {
  const on = at === null ? "" : ` on ${formats.day(at)}`;
  if (isByAddress) return `Somebody with the same e-mail address was disqualified${on}.`;
  const who = by === null ? "" : ` by ${by}`;
  return `Disqualified${who}${on}${reason === null ? "." : `: ${sentence(reason)}`}`;
}

// extensions/src/why/why-text.ts
var GRADES = {
  A: "fits best",
  B: "fits well",
  C: "fits in part",
  D: "does not fit"
};
var BANDS = {
  "1": "very active",
  "2": "active",
  "3": "a little active",
  "4": "hardly active"
};
var cellText = ({ cell, grade, band }) => `${cell}: ${[GRADES[grade], BANDS[band]].filter(Boolean).join(", ")}.`;
function verdictOf({ gate, passes, checklist, exclusion, isPurchased }) {
  if (exclusion !== null) return { tone: "default", text: `Left out: ${exclusion}` };
  if (!gate) return { tone: "default", text: "No gate is for this person" };
  if (passes && gate.mode === "enforce") return { tone: "success", text: `Passes: ${gate.label}` };
  if (passes) return { tone: "info", text: `Would pass: ${gate.label}. This gate is only measured so far` };
  if (isPurchased) return { tone: "warning", text: "From a bought list, and no response so far" };
  const met = checklist.filter(({ done }) => done).length;
  return { tone: "warning", text: `Not yet: ${met} of ${checklist.length} for ${gate.label}` };
}
var BARRIERS = {
  being_worked: "Already on the way",
  embargo: "Left in peace for now",
  held: "Held",
  disqualified: "Disqualified"
};
function barrierText(barrier, formats) {
  switch (barrier.kind) {
    case "being_worked":
      return "Is offered or being worked: see the Lead card. Nothing more is offered meanwhile.";
    case "embargo":
      return `Was put back. Until ${formats.day(barrier.until)} only a raised hand makes an AQL.`;
    case "held":
      return `Would be offered, but is held since ${formats.day(barrier.since)}: nothing new has happened since the rules changed.`;
    case "disqualified":
      return `${disqualifiedText(barrier, formats)} Never becomes an AQL, whatever the score.`;
  }
}
function nextTexts({ next: next2, vetoes }, formats) {
  const text = (what, { name, from, shortUnits }) => {
    const short = formats.number(Math.ceil(shortUnits / 100) / 10);
    return `${what} ${name} from ${formats.number(from)} points: ${short} short.`;
  };
  return [
    ...next2.behavior ? [text("Behavior", next2.behavior)] : [],
    ...next2.fit ? [text("Fit", next2.fit)] : [],
    ...vetoes.map((veto) => `Fit D whatever the points: ${sentence(veto)}`)
  ];
}
var pointsText = (tenths, freshUnits, formats) => freshUnits === null || toTenths(freshUnits) === tenths ? formats.number(tenths / 10) : `${formats.number(tenths / 10)} of ${formats.number(toTenths(freshUnits) / 10)}`;

// extensions/src/why/BehaviorReceipt.tsx
import { jsx as jsx3, jsxs as jsxs2 } from "react/jsx-runtime";
function BehaviorReceipt({
  standing: { behavior, behaviorUnits },
  formats
}) {
  const total = toTenths(behaviorUnits);
  const shares = tenthsOf(
    behavior.map(({ units }) => units),
    total
  );
  return /* @__PURE__ */ jsxs2(Table, { density: "condensed", testId: "behavior-receipt", children: [
    /* @__PURE__ */ jsx3(TableHead, { children: /* @__PURE__ */ jsxs2(TableRow, { children: [
      /* @__PURE__ */ jsx3(TableHeader, { children: "What counts" }),
      /* @__PURE__ */ jsx3(TableHeader, { children: "When" }),
      /* @__PURE__ */ jsx3(TableHeader, { children: "Points" })
    ] }) }),
    /* @__PURE__ */ jsxs2(TableBody, { children: [
      behavior.map((group, index) => /* @__PURE__ */ jsx3(Group, { group, tenths: shares[index] ?? 0, formats }, group.id)),
      /* @__PURE__ */ jsxs2(TableRow, { children: [
        /* @__PURE__ */ jsx3(TableCell, { children: /* @__PURE__ */ jsx3(Bold, { text: "Behavior" }) }),
        /* @__PURE__ */ jsx3(TableCell, { children: null }),
        /* @__PURE__ */ jsx3(TableCell, { children: /* @__PURE__ */ jsx3(Bold, { text: formats.number(total / 10) }) })
      ] })
    ] })
  ] });
}
function Group({
  group: { label, lines },
  tenths,
  formats
}) {
  const shares = tenthsOf(
    lines.map(({ units }) => units),
    tenths
  );
  return /* @__PURE__ */ jsxs2(Fragment, { children: [
    /* @__PURE__ */ jsxs2(TableRow, { children: [
      /* @__PURE__ */ jsx3(TableCell, { children: /* @__PURE__ */ jsx3(Bold, { text: label }) }),
      /* @__PURE__ */ jsx3(TableCell, { children: null }),
      /* @__PURE__ */ jsx3(TableCell, { children: /* @__PURE__ */ jsx3(Bold, { text: formats.number(tenths / 10) }) })
    ] }),
    lines.map((line, index) => /* @__PURE__ */ jsxs2(TableRow, { children: [
      /* @__PURE__ */ jsx3(TableCell, { children: line.isAcceleration ? `${line.label} (acceleration)` : line.label }),
      /* @__PURE__ */ jsx3(TableCell, { children: line.at === null ? null : formats.day(line.at) }),
      /* @__PURE__ */ jsx3(TableCell, { children: pointsText(shares[index] ?? 0, line.freshUnits, formats) })
    ] }, `${line.id} ${index}`))
  ] });
}
var Bold = ({ text }) => /* @__PURE__ */ jsx3(Text3, { format: { fontWeight: "bold" }, children: text });

// extensions/src/why/DayPicker.tsx
import { Button as Button3, DateInput, Flex as Flex3 } from "@hubspot/ui-extensions";

// extensions/src/words/calendar-day.ts
function dateInputValue(day) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return { year, month: month - 1, date };
}
function calendarDayOf(value) {
  if (!value) return null;
  const { year, month, date } = value;
  return [String(year).padStart(4, "0"), ...[month + 1, date].map((part) => String(part).padStart(2, "0"))].join("-");
}

// extensions/src/why/DayPicker.tsx
import { jsx as jsx4, jsxs as jsxs3 } from "react/jsx-runtime";
function DayPicker({
  day,
  today,
  choose
}) {
  const chosen = (date) => {
    const next2 = calendarDayOf(date);
    choose(next2 !== null && next2 < today ? next2 : null);
  };
  return /* @__PURE__ */ jsxs3(Flex3, { gap: "sm", align: "end", wrap: "wrap", children: [
    /* @__PURE__ */ jsx4(
      DateInput,
      {
        label: "As it was on",
        name: "as-it-was-on",
        timezone: "portalTz",
        max: dateInputValue(today),
        value: dateInputValue(day ?? today),
        onChange: chosen,
        testId: "day"
      }
    ),
    day !== null && /* @__PURE__ */ jsx4(Button3, { size: "sm", onClick: () => choose(null), testId: "now", children: "Back to now" })
  ] });
}

// extensions/src/why/FitReceipt.tsx
import { Table as Table2, TableBody as TableBody2, TableCell as TableCell2, TableHead as TableHead2, TableHeader as TableHeader2, TableRow as TableRow2, Text as Text4 } from "@hubspot/ui-extensions";
import { jsx as jsx5, jsxs as jsxs4 } from "react/jsx-runtime";
var FAMILIES = {
  size: "Size",
  industry: "Industry",
  geography: "Geography",
  title: "Role",
  technology: "Technology",
  other: "Other"
};
function FitReceipt({ lines, formats }) {
  return /* @__PURE__ */ jsxs4(Table2, { density: "condensed", testId: "fit-receipt", children: [
    /* @__PURE__ */ jsx5(TableHead2, { children: /* @__PURE__ */ jsxs4(TableRow2, { children: [
      /* @__PURE__ */ jsx5(TableHeader2, { children: "Rule" }),
      /* @__PURE__ */ jsx5(TableHeader2, { children: "Points" })
    ] }) }),
    /* @__PURE__ */ jsx5(TableBody2, { children: lines.map(({ id, family, label, units, holds, why }) => /* @__PURE__ */ jsxs4(TableRow2, { children: [
      /* @__PURE__ */ jsxs4(TableCell2, { children: [
        /* @__PURE__ */ jsx5(Text4, { children: `${FAMILIES[family] ?? family}: ${label}` }),
        !holds && /* @__PURE__ */ jsx5(Text4, { variant: "microcopy", children: why ?? "" })
      ] }),
      /* @__PURE__ */ jsx5(TableCell2, { children: holds ? formats.number(units / 1e3) : `0 of ${formats.number(units / 1e3)}` })
    ] }, id)) })
  ] });
}

// extensions/src/why/scoring-definitions.ts
function scoringDefinitions(standing) {
  return [
    ["Fit", `How well company and role fit, A to D.${limits(standing?.grades, GRADES)} It does not fade.`],
    [
      "Behavior",
      `What the person did and what is heard of the account, 1 to 4.${limits(standing?.bands, BANDS)} Every point fades with time, exactly to this moment.`
    ],
    ["A1 to D4", "Fit and behavior stand side by side and are never added up: a keen student stays a D."],
    ["Caps", "Each group counts up to a limit, so that no single channel makes a score."],
    ["Several channels", "Extra points for being active in several places."],
    ["Recent", "Points of the last days alone. One visit after months of silence does not tip an old score."],
    [
      "Gate",
      "What makes an automated qualified lead (AQL) without a raised hand: ICP, Target and enough Behavior together. A raised hand needs no score."
    ],
    ["ICP, Target", "ICP: the account fits. Target: the right role, and a real name and address."],
    ["As it was on", "What was known at the end of that day, by the rules in force then."]
  ];
}
function limits(steps, words) {
  if (!steps) return "";
  return ` ${steps.map(({ name, from }) => `${name} (${words[name] ?? name}) from ${from} points`).join(", ")}.`;
}

// extensions/src/why/Standing.tsx
import { Alert, Flex as Flex4, List, Statistics, StatisticsItem, StatusTag as StatusTag2, Text as Text5 } from "@hubspot/ui-extensions";

// extensions/src/parts/Checklist.tsx
import { StatusTag, Table as Table3, TableBody as TableBody3, TableCell as TableCell3, TableHead as TableHead3, TableHeader as TableHeader3, TableRow as TableRow3 } from "@hubspot/ui-extensions";

// extensions/src/words/gate-text.ts
function gateTag({ done, level }) {
  if (done) return { variant: "success", text: "Done" };
  if (level === "block") return { variant: "danger", text: "Required" };
  return level === "observe" ? { variant: "default", text: "Missing, only counted" } : { variant: "warning", text: "Missing" };
}

// extensions/src/parts/Checklist.tsx
import { jsx as jsx6, jsxs as jsxs5 } from "react/jsx-runtime";
function Checklist({ items }) {
  if (items.length === 0) return null;
  return /* @__PURE__ */ jsxs5(Table3, { density: "condensed", testId: "checklist", children: [
    /* @__PURE__ */ jsx6(TableHead3, { children: /* @__PURE__ */ jsxs5(TableRow3, { children: [
      /* @__PURE__ */ jsx6(TableHeader3, { children: "Checklist" }),
      /* @__PURE__ */ jsx6(TableHeader3, { width: "min", children: "State" }),
      /* @__PURE__ */ jsx6(TableHeader3, { children: "Found" })
    ] }) }),
    /* @__PURE__ */ jsx6(TableBody3, { children: items.map((item) => {
      const { variant, text } = gateTag(item);
      return /* @__PURE__ */ jsxs5(TableRow3, { children: [
        /* @__PURE__ */ jsx6(TableCell3, { children: item.label }),
        /* @__PURE__ */ jsx6(TableCell3, { children: /* @__PURE__ */ jsx6(StatusTag, { variant, children: text }) }),
        /* @__PURE__ */ jsx6(TableCell3, { children: item.detail })
      ] }, item.id);
    }) })
  ] });
}

// extensions/src/why/Standing.tsx
import { jsx as jsx7, jsxs as jsxs6 } from "react/jsx-runtime";
function Standing({ standing, formats }) {
  const { grade, band, fitUnits, behaviorUnits, barrier, checklist, shutOut } = standing;
  const verdict = verdictOf(standing);
  const next2 = nextTexts(standing, formats);
  const points = (units) => formats.number(toTenths(units) / 10);
  return /* @__PURE__ */ jsxs6(Flex4, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsxs6(Statistics, { children: [
      /* @__PURE__ */ jsx7(StatisticsItem, { label: `Fit ${grade}`, number: points(fitUnits), testId: "fit", children: /* @__PURE__ */ jsx7(Text5, { variant: "microcopy", children: GRADES[grade] ?? "" }) }),
      /* @__PURE__ */ jsx7(StatisticsItem, { label: `Behavior ${band}`, number: points(behaviorUnits), testId: "behavior", children: /* @__PURE__ */ jsx7(Text5, { variant: "microcopy", children: BANDS[band] ?? "" }) })
    ] }),
    /* @__PURE__ */ jsxs6(Flex4, { gap: "xs", wrap: "wrap", align: "center", children: [
      /* @__PURE__ */ jsx7(Text5, { format: { fontWeight: "bold" }, testId: "cell", children: cellText(standing) }),
      /* @__PURE__ */ jsx7(StatusTag2, { variant: verdict.tone, testId: "verdict", children: verdict.text })
    ] }),
    barrier && /* @__PURE__ */ jsx7(Alert, { title: BARRIERS[barrier.kind], variant: barrier.kind === "disqualified" ? "error" : "info", children: barrierText(barrier, formats) }),
    shutOut.length > 0 && /* @__PURE__ */ jsx7(Alert, { title: "Whatever the score", variant: "info", children: `${shutOut.join(" ")} A raised hand makes an AQL all the same.` }),
    /* @__PURE__ */ jsx7(Checklist, { items: checklist }),
    next2.length > 0 && /* @__PURE__ */ jsxs6(Flex4, { direction: "column", gap: "xs", children: [
      /* @__PURE__ */ jsx7(Text5, { format: { fontWeight: "bold" }, children: "Missing for the next step up" }),
      /* @__PURE__ */ jsx7(List, { children: next2.map((text) => /* @__PURE__ */ jsx7(Text5, { children: text }, text)) })
    ] })
  ] });
}

// extensions/src/WhyCard.tsx
import { jsx as jsx8, jsxs as jsxs7 } from "react/jsx-runtime";
var CONTACT_PROPERTIES = [
  "email",
  "firstname",
  "phone",
  "jobtitle",
  "lifecyclestage",
  "hs_lead_status",
  "l2r_score_at"
];
function WhyCard(api) {
  const origin = backendOrigin(api.context);
  return origin === void 0 ? /* @__PURE__ */ jsx8(NoBackend, {}) : /* @__PURE__ */ jsx8(Why, { ...api, origin });
}
function Why({ context, actions, origin }) {
  const [day, setDay] = useState4(null);
  const record = `${origin}/extension/v1/contacts/${context.crm.objectId}`;
  const card = useAnswer(actions, record, day === null ? "why" : `why?at=${day}`, CONTACT_PROPERTIES);
  const formats = formatsOf(context, card.answer?.zone);
  return /* @__PURE__ */ jsx8(CardFrame, { card, formats, children: (answer) => /* @__PURE__ */ jsxs7(Flex5, { direction: "column", gap: "md", children: [
    /* @__PURE__ */ jsx8(Content, { answer, formats }),
    /* @__PURE__ */ jsx8(DayPicker, { day, today: formats.calendarDay(answer.now), choose: setDay }),
    /* @__PURE__ */ jsx8(Text6, { variant: "microcopy", testId: "as-of", children: `As of ${formats.moment(answer.at)}, by version ${answer.version} of the rules.` }),
    /* @__PURE__ */ jsx8(Definitions, { definitions: scoringDefinitions(answer.standing), title: "How scores work" })
  ] }) });
}
function Content({ answer, formats }) {
  const { standing, unscored, isPast, at } = answer;
  if (!standing)
    return /* @__PURE__ */ jsx8(EmptyState, { title: unscored === "no_rules" ? "Nobody is scored" : "Nothing is known", layout: "vertical", children: /* @__PURE__ */ jsx8(Text6, { children: unscored === "no_rules" ? "The rules in force have no scores: only a raised hand makes a lead." : `Nothing that a rule asks about ${isPast ? `was known on ${formats.day(at)}` : "is known yet"}.` }) });
  const points = (units) => formats.number(toTenths(units) / 10);
  return /* @__PURE__ */ jsxs7(Flex5, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsx8(Standing, { standing, formats }),
    /* @__PURE__ */ jsx8(Accordion, { title: `Behavior: ${points(standing.behaviorUnits)} points, line by line`, testId: "behavior-lines", children: standing.behavior.length > 0 ? /* @__PURE__ */ jsx8(BehaviorReceipt, { standing, formats }) : /* @__PURE__ */ jsx8(Text6, { children: "Nothing counts: no activity so far, or all of it has faded." }) }),
    /* @__PURE__ */ jsx8(Accordion, { title: `Fit: ${points(standing.fitUnits)} points, rule by rule`, testId: "fit-lines", children: /* @__PURE__ */ jsx8(FitReceipt, { lines: standing.fit, formats }) })
  ] });
}

// extensions/src/WhyCard.entry.tsx
import { jsx as jsx9 } from "react/jsx-runtime";
hubspot3.extend((api) => /* @__PURE__ */ jsx9(WhyCard, { ...api }));
