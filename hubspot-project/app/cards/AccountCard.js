// Made by scripts/bundle-cards.mjs from extensions/src/AccountCard.entry.tsx: edit that.

// extensions/src/AccountCard.entry.tsx
import { hubspot as hubspot3 } from "@hubspot/ui-extensions";

// extensions/src/AccountCard.tsx
import { EmptyState, Flex as Flex12, Text as Text14 } from "@hubspot/ui-extensions";

// extensions/src/account/AccountOffer.tsx
import { Box as Box2, Button as Button2, Flex as Flex3, Tag, Text as Text4 } from "@hubspot/ui-extensions";

// extensions/src/parts/ClockLine.tsx
import { Flex, StatusTag, Text } from "@hubspot/ui-extensions";

// extensions/src/backend/use-server-now.ts
import { useEffect, useState } from "react";
var REDRAW_MS = 15e3;
var REDRAW_AT_THE_END_MS = 1e3;
var LAST_MS = 5 * 6e4;
function useServerNow({ now, arrivedAt }, clock) {
  const [redraws, setRedraws] = useState(0);
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

// extensions/src/words/durations.ts
var SECOND = 1e3;
var MINUTE = 60 * SECOND;
var HOUR = 60 * MINUTE;
var DAY = 24 * HOUR;
var MINUTES_BELOW = 2 * HOUR;
var HOURS_BELOW = 4 * DAY;
function durationText(length) {
  if (length < MINUTE) return secondsText(length);
  if (length < MINUTES_BELOW) return `${Math.floor(length / MINUTE)} min`;
  if (length < HOURS_BELOW) return parts(length, HOUR, "h", MINUTE, "min");
  return parts(length, DAY, "d", HOUR, "h");
}
function secondsText(length) {
  return length < MINUTE ? `${Math.floor(length / SECOND)} s` : parts(length, MINUTE, "min", SECOND, "s");
}
function parts(length, unit, name, smaller, smallerName) {
  const rest = Math.floor(length % unit / smaller);
  return `${Math.floor(length / unit)} ${name}${rest > 0 ? ` ${rest} ${smallerName}` : ""}`;
}

// extensions/src/words/clock-text.ts
var MINUTE_MS = 6e4;
var WARN_BELOW = 1 / 4;
function clockText(clock, now) {
  const { startedAt, dueAt, stoppedAt } = clock;
  const limit = clock.limitMinutes * MINUTE_MS;
  const end = stoppedAt ?? now;
  if (end > dueAt || clock.state === "missed") {
    return { text: `Missed by ${durationText(Math.max(0, end - dueAt))}`, tone: "danger" };
  }
  if (stoppedAt !== null) {
    const took = stoppedAt - startedAt;
    return { text: took <= limit ? `Met after ${durationText(took)}` : "Met", tone: "success" };
  }
  const left = dueAt - now;
  if (left > limit) return { text: "In time", tone: "info" };
  const text = `${left <= LAST_MS ? secondsText(left) : durationText(left)} left`;
  return { text, tone: left < limit * WARN_BELOW ? "warning" : "info" };
}

// extensions/src/parts/ClockLine.tsx
import { jsx, jsxs } from "react/jsx-runtime";
function ClockLine({
  clock,
  now,
  formats
}) {
  const { text, tone } = clockText(clock, now);
  return /* @__PURE__ */ jsxs(Flex, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsx(StatusTag, { variant: tone, testId: "clock", children: text }),
    /* @__PURE__ */ jsx(Text, { variant: "microcopy", children: `${clock.label}, due ${formats.moment(clock.dueAt)}` })
  ] });
}

// extensions/src/parts/HandoffState.tsx
import { Alert, Box, LoadingSpinner, Text as Text2 } from "@hubspot/ui-extensions";

// extensions/src/words/formats.ts
function formatsOf({ user, portal }, zone) {
  const locale = usable(user.locale);
  const timeZone = zone ?? portal.timezone;
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium" });
  const moment = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium", timeStyle: "short" });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const parts2 = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return {
    day: (at) => day.format(at),
    moment: (at) => moment.format(at),
    number: (value) => number.format(value),
    calendarDay: (at) => {
      const of = (type) => parts2.formatToParts(at).find((part) => part.type === type)?.value ?? "";
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

// extensions/src/parts/HandoffState.tsx
import { jsx as jsx2 } from "react/jsx-runtime";
function HandoffState({
  handoff,
  reasons,
  formats
}) {
  return /* @__PURE__ */ jsx2(Box, { testId: "state", children: sayState(handoff, reasons, formats) });
}
function sayState(handoff, reasons, formats) {
  const { state, refusal, offeredTo, offeredFrom, offeredAt } = handoff;
  const to = named(" to ", offeredTo);
  const by = named(" by ", offeredFrom);
  switch (state) {
    case "pending":
      return /* @__PURE__ */ jsx2(LoadingSpinner, { label: "Waiting for HubSpot to confirm.", showLabel: true, size: "sm" });
    case "offered":
      if (refusal === null) return /* @__PURE__ */ jsx2(Text2, { children: `Offered${to}${by} on ${formats.moment(offeredAt)}.` });
      return /* @__PURE__ */ jsx2(Alert, { title: "Not accepted yet", variant: "warning", children: `HubSpot did not take it: ${sentence(refusal)} Offered again${to}.` });
    case "accepted":
      return /* @__PURE__ */ jsx2(Text2, { children: decided("Accepted", handoff, formats) });
    case "rejected":
      return /* @__PURE__ */ jsx2(Text2, { children: decided("Rejected", handoff, formats) + because(handoff, reasons) });
    case "recycled":
      return /* @__PURE__ */ jsx2(Text2, { children: decided("Recycled", handoff, formats) + because(handoff, reasons) });
  }
}
var named = (preposition, person) => person ? `${preposition}${person.name}` : "";
function decided(verb, { decidedBy, decidedAt }, formats) {
  const by = decidedBy === null ? "" : ` by ${decidedBy}`;
  return `${verb}${by}${decidedAt === null ? "" : ` on ${formats.moment(decidedAt)}`}.`;
}
function because({ reason }, reasons) {
  if (reason === null) return "";
  return ` Reason: ${sentence(reasons.find(({ value }) => value === reason)?.label ?? reason)}`;
}

// extensions/src/parts/ReasonButton.tsx
import { Button, Flex as Flex2, Modal, ModalBody, ModalFooter, Select, Text as Text3 } from "@hubspot/ui-extensions";
import { useState as useState2 } from "react";
import { jsx as jsx3, jsxs as jsxs2 } from "react/jsx-runtime";
function ReasonButton({
  label,
  explanation,
  reasons,
  disabled,
  testId,
  close,
  onConfirm
}) {
  const [reason, setReason] = useState2("");
  const [isMissing, setMissing] = useState2(false);
  const id = `${testId}-dialog`;
  const choose = (value) => {
    setReason(value);
    setMissing(false);
  };
  const confirm = () => {
    if (reason === "") return setMissing(true);
    close(id);
    choose("");
    onConfirm(reason);
  };
  const dialog = /* @__PURE__ */ jsxs2(Modal, { id, title: label, onClose: () => choose(""), children: [
    /* @__PURE__ */ jsx3(ModalBody, { children: /* @__PURE__ */ jsxs2(Flex2, { direction: "column", gap: "sm", children: [
      /* @__PURE__ */ jsx3(Text3, { children: explanation }),
      /* @__PURE__ */ jsx3(
        Select,
        {
          label: "Reason",
          name: "reason",
          required: true,
          options: [...reasons],
          value: reason,
          onChange: (value) => choose(String(value)),
          error: isMissing,
          validationMessage: isMissing ? "Choose a reason." : "",
          testId: `${testId}-reason`
        }
      )
    ] }) }),
    /* @__PURE__ */ jsxs2(ModalFooter, { children: [
      /* @__PURE__ */ jsx3(Button, { variant: "primary", onClick: confirm, testId: `${testId}-confirm`, children: label }),
      /* @__PURE__ */ jsx3(Button, { onClick: () => close(id), testId: `${testId}-cancel`, children: "Cancel" })
    ] })
  ] });
  return /* @__PURE__ */ jsx3(Button, { overlay: dialog, disabled, testId, children: label });
}

// extensions/src/account/AccountOffer.tsx
import { jsx as jsx4, jsxs as jsxs3 } from "react/jsx-runtime";
function AccountOffer({
  answer,
  now,
  formats,
  isBusy,
  close,
  act
}) {
  const { handoff, priority, nextStep, accept, decline, declineReasons } = answer;
  const next2 = /* @__PURE__ */ jsx4(Text4, { format: { fontWeight: "bold" }, testId: "next-step", children: nextStep });
  if (!handoff) return next2;
  const { handoffId } = handoff;
  return /* @__PURE__ */ jsxs3(Flex3, { direction: "column", gap: "sm", children: [
    /* @__PURE__ */ jsxs3(Flex3, { gap: "lg", wrap: "wrap", align: "start", children: [
      /* @__PURE__ */ jsxs3(Box2, { flex: 1, children: [
        priority !== null && /* @__PURE__ */ jsx4(Tag, { variant: priority === "P4" ? "info" : "warning", testId: "priority", children: priority }),
        handoff.clock && /* @__PURE__ */ jsx4(ClockLine, { clock: handoff.clock, now, formats })
      ] }),
      /* @__PURE__ */ jsxs3(Box2, { flex: 2, children: [
        next2,
        /* @__PURE__ */ jsx4(HandoffState, { handoff, reasons: declineReasons, formats }),
        handoff.state === "accepted" && handoff.reason !== null && /* @__PURE__ */ jsx4(Text4, { children: sentence(handoff.reason) })
      ] })
    ] }),
    /* @__PURE__ */ jsxs3(Flex3, { gap: "sm", wrap: "wrap", children: [
      accept.allowed && /* @__PURE__ */ jsx4(Button2, { variant: "primary", disabled: isBusy, onClick: () => act("accept", { handoffId }), testId: "accept", children: "Accept" }),
      decline.allowed && /* @__PURE__ */ jsx4(
        ReasonButton,
        {
          label: "Decline",
          explanation: "The account is left in peace for a while. It is offered again when it shows intent after that.",
          reasons: declineReasons,
          disabled: isBusy,
          testId: "decline",
          close,
          onConfirm: (reason) => act("decline", { handoffId, reason })
        }
      )
    ] }),
    handoff.state === "offered" && !accept.allowed && /* @__PURE__ */ jsx4(Text4, { variant: "microcopy", children: accept.why })
  ] });
}

// extensions/src/account/AccountPath.tsx
import { Flex as Flex4, StepIndicator, Text as Text5 } from "@hubspot/ui-extensions";

// extensions/src/words/path-text.ts
function stepName({ label, enteredAt, state }, formats) {
  if (state === "skipped") return `${label} (skipped)`;
  return enteredAt === null ? label : `${label} \xB7 ${formats.day(enteredAt)}`;
}
function currentStep(path) {
  const current = path.findIndex(({ state }) => state === "current");
  if (current !== -1) return current;
  const ahead = path.findIndex(({ state }) => state === "ahead");
  return ahead === -1 ? path.length : Math.max(0, ahead - 1);
}

// extensions/src/account/AccountPath.tsx
import { jsx as jsx5, jsxs as jsxs4 } from "react/jsx-runtime";
function AccountPath({ account, formats }) {
  const { path, stage, tier, namedBy } = account;
  return /* @__PURE__ */ jsxs4(Flex4, { direction: "column", gap: "xs", children: [
    stage ? /* @__PURE__ */ jsx5(
      StepIndicator,
      {
        circleSize: "xs",
        stepNames: path.map((step) => stepName(step, formats)),
        currentStep: currentStep(path),
        testId: "path"
      }
    ) : /* @__PURE__ */ jsx5(Text5, { testId: "outside", children: "Not in the addressable market." }),
    /* @__PURE__ */ jsx5(Text5, { variant: "microcopy", testId: "tier", children: [tier === null ? "No tier" : `Tier: ${tier}`, ...namedBy ? [`Named account of ${namedBy.name}`] : []].join(
      " \xB7 "
    ) })
  ] });
}

// extensions/src/account/AccountPeople.tsx
import {
  Flex as Flex7,
  Heading,
  StatusTag as StatusTag3,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text as Text8
} from "@hubspot/ui-extensions";

// extensions/src/parts/AcceptButton.tsx
import { Button as Button3, Flex as Flex6, Modal as Modal2, ModalBody as ModalBody2, ModalFooter as ModalFooter2, Text as Text7 } from "@hubspot/ui-extensions";

// extensions/src/parts/GateList.tsx
import { Flex as Flex5, StatusTag as StatusTag2, Text as Text6 } from "@hubspot/ui-extensions";

// extensions/src/words/gate-text.ts
function gateTag({ done, level }) {
  if (done) return { variant: "success", text: "Done" };
  if (level === "block") return { variant: "danger", text: "Required" };
  return level === "observe" ? { variant: "default", text: "Missing, only counted" } : { variant: "warning", text: "Missing" };
}

// extensions/src/parts/GateList.tsx
import { jsx as jsx6, jsxs as jsxs5 } from "react/jsx-runtime";
var GateList = ({ items }) => /* @__PURE__ */ jsx6(Flex5, { direction: "column", gap: "xs", children: items.map((item) => {
  const { variant, text } = gateTag(item);
  return /* @__PURE__ */ jsxs5(Flex5, { direction: "column", children: [
    /* @__PURE__ */ jsxs5(Flex5, { gap: "xs", align: "center", wrap: "wrap", children: [
      /* @__PURE__ */ jsx6(Text6, { format: { fontWeight: "demibold" }, children: item.label }),
      /* @__PURE__ */ jsx6(StatusTag2, { variant, children: text })
    ] }),
    /* @__PURE__ */ jsx6(Text6, { variant: "microcopy", children: item.detail })
  ] }, item.id);
}) });

// extensions/src/parts/AcceptButton.tsx
import { jsx as jsx7, jsxs as jsxs6 } from "react/jsx-runtime";
function AcceptButton({
  label,
  items,
  disabled,
  testId,
  size,
  close,
  onAccept
}) {
  const missing = items.filter(({ done, level }) => !done && level === "warn");
  const isBlocked = items.some(({ done, level }) => !done && level === "block");
  const look = { variant: size ? "secondary" : "primary", ...size ? { size } : {}, testId };
  if (isBlocked || missing.length === 0)
    return /* @__PURE__ */ jsx7(Button3, { ...look, disabled: disabled || isBlocked, onClick: () => onAccept([]), children: label });
  const id = `${testId}-dialog`;
  const confirm = () => {
    close(id);
    onAccept(missing.map((item) => item.id));
  };
  const dialog = /* @__PURE__ */ jsxs6(Modal2, { id, title: label, onClose: () => void 0, children: [
    /* @__PURE__ */ jsx7(ModalBody2, { children: /* @__PURE__ */ jsxs6(Flex6, { direction: "column", gap: "sm", children: [
      /* @__PURE__ */ jsx7(Text7, { children: "This is missing. You can mend it first, or go on without it, which is noted under your name." }),
      /* @__PURE__ */ jsx7(GateList, { items: missing })
    ] }) }),
    /* @__PURE__ */ jsxs6(ModalFooter2, { children: [
      /* @__PURE__ */ jsx7(Button3, { variant: "primary", onClick: confirm, testId: `${testId}-confirm`, children: `${label} all the same` }),
      /* @__PURE__ */ jsx7(Button3, { onClick: () => close(id), testId: `${testId}-cancel`, children: "Cancel" })
    ] })
  ] });
  return /* @__PURE__ */ jsx7(Button3, { ...look, overlay: dialog, disabled, children: label });
}

// extensions/src/account/AccountPeople.tsx
import { jsx as jsx8, jsxs as jsxs7 } from "react/jsx-runtime";
function AccountPeople({
  account,
  start,
  close
}) {
  const { people, peopleCount } = account;
  return /* @__PURE__ */ jsxs7(Flex7, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsx8(Heading, { children: peopleCount > people.length ? `People (${people.length} of ${peopleCount})` : "People" }),
    people.length === 0 ? /* @__PURE__ */ jsx8(Text8, { variant: "microcopy", children: "Nobody of this account is known yet." }) : /* @__PURE__ */ jsxs7(Table, { density: "condensed", testId: "people", children: [
      /* @__PURE__ */ jsx8(TableHead, { children: /* @__PURE__ */ jsxs7(TableRow, { children: [
        /* @__PURE__ */ jsx8(TableHeader, { children: "Name" }),
        /* @__PURE__ */ jsx8(TableHeader, { children: "Title" }),
        /* @__PURE__ */ jsx8(TableHeader, { children: "Grade" }),
        /* @__PURE__ */ jsx8(TableHeader, { children: "Stage" }),
        start && /* @__PURE__ */ jsx8(TableHeader, { width: "min", children: "Start" })
      ] }) }),
      /* @__PURE__ */ jsx8(TableBody, { children: people.map((person) => /* @__PURE__ */ jsx8(PersonRow, { person, start, close }, person.contactId)) })
    ] })
  ] });
}
function PersonRow({
  person,
  start,
  close
}) {
  const { contactId, name, title, cell, stage, isWorked } = person;
  return /* @__PURE__ */ jsxs7(TableRow, { children: [
    /* @__PURE__ */ jsx8(TableCell, { children: name }),
    /* @__PURE__ */ jsx8(TableCell, { children: title ?? "\u2013" }),
    /* @__PURE__ */ jsx8(TableCell, { children: cell ?? "\u2013" }),
    /* @__PURE__ */ jsx8(TableCell, { children: isWorked ? /* @__PURE__ */ jsx8(StatusTag3, { variant: "info", children: stage ?? "Being worked" }) : stage ?? "\u2013" }),
    start && /* @__PURE__ */ jsx8(TableCell, { children: /* @__PURE__ */ jsx8(
      AcceptButton,
      {
        label: "Start with this person",
        items: person.missing,
        disabled: false,
        size: "xs",
        testId: `start-${contactId}`,
        close,
        onAccept: (despite) => start(contactId, despite)
      }
    ) })
  ] });
}

// extensions/src/account/AccountScore.tsx
import {
  Box as Box3,
  Flex as Flex8,
  Heading as Heading2,
  List,
  StatusTag as StatusTag4,
  Table as Table2,
  TableBody as TableBody2,
  TableCell as TableCell2,
  TableRow as TableRow2,
  Text as Text9
} from "@hubspot/ui-extensions";
import { jsx as jsx9, jsxs as jsxs8 } from "react/jsx-runtime";
function AccountScore({ account, formats }) {
  const { score, parts: parts2, engagement, intent } = account;
  return /* @__PURE__ */ jsxs8(Flex8, { gap: "lg", wrap: "wrap", align: "start", children: [
    /* @__PURE__ */ jsxs8(Box3, { flex: 1, children: [
      /* @__PURE__ */ jsx9(Heading2, { children: `Account score ${score}` }),
      /* @__PURE__ */ jsx9(Table2, { density: "condensed", testId: "parts", children: /* @__PURE__ */ jsx9(TableBody2, { children: parts2.map(({ label, points }) => /* @__PURE__ */ jsxs8(TableRow2, { children: [
        /* @__PURE__ */ jsx9(TableCell2, { children: label }),
        /* @__PURE__ */ jsx9(TableCell2, { align: "right", children: formats.number(points) })
      ] }, label)) }) }),
      parts2.length === 0 && /* @__PURE__ */ jsx9(Text9, { variant: "microcopy", children: "No rule of the score holds." })
    ] }),
    /* @__PURE__ */ jsxs8(Box3, { flex: 1, children: [
      /* @__PURE__ */ jsx9(Fit, { account }),
      /* @__PURE__ */ jsx9(Text9, { testId: "intent", children: `Intent ${formats.number(intent.points)} points (in the market from ${formats.number(intent.from)})` }),
      /* @__PURE__ */ jsx9(Text9, { testId: "engagement", children: `Engagement of its people ${formats.number(engagement.points)} points (aware from ${formats.number(engagement.from)})` })
    ] })
  ] });
}
function Fit({ account }) {
  const { excluded, icp, missing } = account;
  return /* @__PURE__ */ jsxs8(Flex8, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsx9(StatusTag4, { variant: excluded === null && icp ? "success" : "warning", testId: "icp", children: excluded !== null ? "Excluded" : icp ? "Fits the ICP" : "Does not fit the ICP" }),
    excluded !== null && /* @__PURE__ */ jsx9(Text9, { children: `Whatever its score: ${sentence(excluded)}` }),
    missing.length > 0 && /* @__PURE__ */ jsx9(List, { variant: "unordered-styled", children: missing.map((each) => /* @__PURE__ */ jsx9(Text9, { inline: true, children: sentence(each) }, each)) })
  ] });
}

// extensions/src/account/AccountSigns.tsx
import {
  Flex as Flex9,
  Heading as Heading3,
  Table as Table3,
  TableBody as TableBody3,
  TableCell as TableCell3,
  TableHead as TableHead2,
  TableHeader as TableHeader2,
  TableRow as TableRow3,
  Text as Text10
} from "@hubspot/ui-extensions";
import { jsx as jsx10, jsxs as jsxs9 } from "react/jsx-runtime";
function AccountSigns({ account, formats }) {
  const { signs } = account;
  return /* @__PURE__ */ jsxs9(Flex9, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsx10(Heading3, { children: "Signs of interest" }),
    signs.length === 0 ? /* @__PURE__ */ jsx10(Text10, { variant: "microcopy", children: "None is known." }) : /* @__PURE__ */ jsxs9(Table3, { density: "condensed", testId: "signs", children: [
      /* @__PURE__ */ jsx10(TableHead2, { children: /* @__PURE__ */ jsxs9(TableRow3, { children: [
        /* @__PURE__ */ jsx10(TableHeader2, { children: "Topic" }),
        /* @__PURE__ */ jsx10(TableHeader2, { children: "Kind" }),
        /* @__PURE__ */ jsx10(TableHeader2, { align: "right", children: "Strength" }),
        /* @__PURE__ */ jsx10(TableHeader2, { children: "Source" }),
        /* @__PURE__ */ jsx10(TableHeader2, { children: "When" })
      ] }) }),
      /* @__PURE__ */ jsx10(TableBody3, { children: signs.map(({ topic, kind, strength, source, at }, index) => /* @__PURE__ */ jsxs9(TableRow3, { children: [
        /* @__PURE__ */ jsx10(TableCell3, { children: topic === "" ? "\u2013" : topic }),
        /* @__PURE__ */ jsx10(TableCell3, { children: kind }),
        /* @__PURE__ */ jsx10(TableCell3, { align: "right", children: `${formats.number(strength * 100)} %` }),
        /* @__PURE__ */ jsx10(TableCell3, { children: source === "" ? "\u2013" : source }),
        /* @__PURE__ */ jsx10(TableCell3, { children: formats.moment(at) })
      ] }, index)) })
    ] })
  ] });
}

// extensions/src/account/AccountSwap.tsx
import { Alert as Alert2, Button as Button4, Text as Text11 } from "@hubspot/ui-extensions";
import { jsx as jsx11, jsxs as jsxs10 } from "react/jsx-runtime";
function AccountSwap({
  account,
  isBusy,
  swap
}) {
  const suggestion = account.swap;
  if (!suggestion) return null;
  const { why, instead, insteadName, allowed } = suggestion;
  return /* @__PURE__ */ jsxs10(Alert2, { title: "Exchange this named account?", variant: "info", children: [
    /* @__PURE__ */ jsx11(Text11, { testId: "swap-why", children: `Better give it up, as ${why}. ${insteadName} fits and shows more intent.` }),
    allowed.allowed ? /* @__PURE__ */ jsx11(Button4, { size: "sm", disabled: isBusy, onClick: () => swap(instead), testId: "swap", children: `Take ${insteadName} instead` }) : /* @__PURE__ */ jsx11(Text11, { variant: "microcopy", children: allowed.why })
  ] });
}

// extensions/src/backend/card-api.ts
function backendOrigin({ variables }) {
  const origin = variables?.["API_ORIGIN"];
  return typeof origin === "string" ? origin : void 0;
}

// extensions/src/backend/use-answer.ts
import { hubspot as hubspot2 } from "@hubspot/ui-extensions";
import { useCallback, useEffect as useEffect2, useRef as useRef2, useState as useState4 } from "react";

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
import { useRef, useState as useState3 } from "react";
var TIMEOUT_MS = 1e4;
function useAction(settle) {
  const [attempt, setAttempt] = useState3(null);
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

// extensions/src/backend/use-answer.ts
var TIMEOUT_MS2 = 1e4;
var POLL_MS = 2e4;
var POLL_PENDING_MS = 1e3;
var AFTER_EDIT_MS = [1e3, 2e3];
function useAnswer(actions, record, view, properties) {
  const [state, setState] = useState4({ answer: null, arrivedAt: 0, problem: null, settled: 0 });
  const [edits, setEdits] = useState4(0);
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

// extensions/src/parts/AttemptNote.tsx
import { Alert as Alert3, Button as Button5, LoadingSpinner as LoadingSpinner2 } from "@hubspot/ui-extensions";
import { jsx as jsx12, jsxs as jsxs11 } from "react/jsx-runtime";
function AttemptNote({
  attempt,
  retry,
  dismiss
}) {
  switch (attempt?.state) {
    case void 0:
      return null;
    case "sending":
      return /* @__PURE__ */ jsx12(LoadingSpinner2, { label: "Sending", showLabel: true, size: "xs" });
    case "refused":
      return /* @__PURE__ */ jsxs11(Alert3, { title: "This was not done", variant: "warning", children: [
        attempt.message,
        /* @__PURE__ */ jsx12(Button5, { onClick: dismiss, size: "sm", testId: "dismiss", children: "Close" })
      ] });
    case "failed":
      return /* @__PURE__ */ jsxs11(Alert3, { title: "It is not known whether this was done", variant: "error", children: [
        attempt.message,
        /* @__PURE__ */ jsx12(Button5, { onClick: retry, size: "sm", testId: "try-again", children: "Try again" })
      ] });
  }
}

// extensions/src/parts/CardFrame.tsx
import { Button as Button6, ErrorState, Flex as Flex10, LoadingSpinner as LoadingSpinner3, Text as Text12 } from "@hubspot/ui-extensions";
import { jsx as jsx13, jsxs as jsxs12 } from "react/jsx-runtime";
function CardFrame({
  card,
  formats,
  children
}) {
  const { answer, problem, reload } = card;
  if (!answer)
    return problem === null ? /* @__PURE__ */ jsx13(LoadingSpinner3, { label: "Loading", layout: "centered" }) : failure(problem, reload);
  return /* @__PURE__ */ jsxs12(Flex10, { direction: "column", gap: "sm", children: [
    children(answer),
    problem !== null && /* @__PURE__ */ jsx13(Text12, { variant: "microcopy", testId: "stale", children: `As of ${formats.moment(answer.now)}; could not be refreshed. ${sentence(problem)}` })
  ] });
}
var failure = (problem, reload) => /* @__PURE__ */ jsxs12(ErrorState, { title: "This could not be loaded", children: [
  /* @__PURE__ */ jsx13(Text12, { children: problem }),
  /* @__PURE__ */ jsx13(Button6, { onClick: reload, testId: "try-again", children: "Try again" })
] });
var NoBackend = () => /* @__PURE__ */ jsx13(ErrorState, { title: "This card is not connected yet", children: /* @__PURE__ */ jsx13(Text12, { children: "The HubSpot project was uploaded without API_ORIGIN. Upload it again with a profile that sets it." }) });

// extensions/src/parts/Definitions.tsx
import {
  Button as Button7,
  DescriptionList,
  DescriptionListItem,
  Flex as Flex11,
  Panel,
  PanelBody,
  PanelSection,
  Text as Text13
} from "@hubspot/ui-extensions";
import { jsx as jsx14 } from "react/jsx-runtime";
function Definitions({
  definitions,
  title = "What do these mean?"
}) {
  const panel = /* @__PURE__ */ jsx14(Panel, { id: "definitions", title, children: /* @__PURE__ */ jsx14(PanelBody, { children: /* @__PURE__ */ jsx14(PanelSection, { children: /* @__PURE__ */ jsx14(DescriptionList, { direction: "column", children: definitions.map(([word, meaning]) => /* @__PURE__ */ jsx14(DescriptionListItem, { label: word, children: /* @__PURE__ */ jsx14(Text13, { children: meaning }) }, word)) }) }) }) });
  return /* @__PURE__ */ jsx14(Flex11, { justify: "start", children: /* @__PURE__ */ jsx14(Button7, { variant: "transparent", size: "sm", overlay: panel, testId: "definitions", children: title }) });
}

// extensions/src/words/definitions.ts
var CLOCK = [
  "Clock",
  "The time in which this has to happen. It is met when it happens before it is due, and stays missed afterwards."
];
var ACCOUNT_DEFINITIONS = [
  [
    "Stages",
    "In the addressable market; a target, when it fits and has a tier; aware, when its people engage; in the market, when it shows intent."
  ],
  [
    "Account score",
    "How much the account may be worth, 0 to 100: how well it fits, and what is heard of it. The parts sum to it."
  ],
  ["ICP", "The ideal customer profile. An excluded account is no target, whatever its score."],
  ["Signs of interest", "What others have seen this account look for. They fade with time."],
  CLOCK,
  ["Accept", "You take the account and look for a person; the clock stops."],
  [
    "Start with this person",
    "You begin to work this person: the journey starts, without ever having been qualified automatically."
  ],
  ["Grade", "Fit (A best to D) and behavior (1 most active to 4)."]
];

// extensions/src/AccountCard.tsx
import { jsx as jsx15, jsxs as jsxs13 } from "react/jsx-runtime";
var COMPANY_PROPERTIES = ["industry", "numberofemployees", "hs_ideal_customer_profile", "type", "l2r_account_stage"];
function AccountCard(api) {
  const origin = backendOrigin(api.context);
  return origin === void 0 ? /* @__PURE__ */ jsx15(NoBackend, {}) : /* @__PURE__ */ jsx15(Account, { ...api, origin });
}
function Account({ context, actions, origin }) {
  const record = `${origin}/extension/v1/companies/${context.crm.objectId}`;
  const card = useAnswer(actions, record, "account", COMPANY_PROPERTIES);
  const formats = formatsOf(context, card.answer?.zone);
  const isBusy = card.attempt?.state === "sending" || card.attempt?.state === "failed";
  return /* @__PURE__ */ jsx15(CardFrame, { card, formats, children: ({ account, ...answer }) => account === null ? /* @__PURE__ */ jsx15(EmptyState, { title: "This account is not known yet", layout: "vertical", imageName: "companies", children: /* @__PURE__ */ jsx15(Text14, { children: "It is looked at within a few minutes, where the definition set has rules for accounts." }) }) : /* @__PURE__ */ jsxs13(Flex12, { direction: "column", gap: "md", children: [
    /* @__PURE__ */ jsx15(AccountPath, { account, formats }),
    /* @__PURE__ */ jsx15(
      AccountOffer,
      {
        answer,
        now: card.now,
        formats,
        isBusy,
        close: actions.closeOverlay,
        act: card.act
      }
    ),
    /* @__PURE__ */ jsx15(AttemptNote, { attempt: card.attempt, retry: card.retry, dismiss: card.dismiss }),
    /* @__PURE__ */ jsx15(AccountScore, { account, formats }),
    /* @__PURE__ */ jsx15(AccountSigns, { account, formats }),
    /* @__PURE__ */ jsx15(
      AccountPeople,
      {
        account,
        close: actions.closeOverlay,
        start: answer.handoff && answer.start.allowed && !isBusy ? (contactId, despite) => card.act("start", { handoffId: answer.handoff?.handoffId, contactId, despite }) : void 0
      }
    ),
    /* @__PURE__ */ jsx15(AccountSwap, { account, isBusy, swap: (instead) => card.act("swap", { instead }) }),
    /* @__PURE__ */ jsx15(Definitions, { definitions: ACCOUNT_DEFINITIONS })
  ] }) });
}

// extensions/src/AccountCard.entry.tsx
import { jsx as jsx16 } from "react/jsx-runtime";
hubspot3.extend((api) => /* @__PURE__ */ jsx16(AccountCard, { ...api }));
