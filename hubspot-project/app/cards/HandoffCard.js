// Made by scripts/bundle-cards.mjs from extensions/src/HandoffCard.entry.tsx: edit that.

// extensions/src/HandoffCard.entry.tsx
import { hubspot as hubspot3 } from "@hubspot/ui-extensions";

// extensions/src/HandoffCard.tsx
import { EmptyState, Flex as Flex11, Text as Text11 } from "@hubspot/ui-extensions";

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

// extensions/src/parts/Answers.tsx
import { Button as Button2, Flex as Flex2, Heading, StatusTag, Text } from "@hubspot/ui-extensions";
import { useState as useState5 } from "react";

// extensions/src/words/gate-text.ts
function gateTag({ done, level }) {
  if (done) return { variant: "success", text: "Done" };
  if (level === "block") return { variant: "danger", text: "Required" };
  return level === "observe" ? { variant: "default", text: "Missing, only counted" } : { variant: "warning", text: "Missing" };
}

// extensions/src/parts/AnswersForm.tsx
import { Button, Flex, Input } from "@hubspot/ui-extensions";
import { useEffect as useEffect3, useRef as useRef3, useState as useState4 } from "react";
import { jsx, jsxs } from "react/jsx-runtime";
var LONGEST = 300;
function AnswersForm({
  items,
  card,
  close
}) {
  const [written, setWritten] = useState4(/* @__PURE__ */ new Map());
  const wasSent = useRef3(false);
  const state = card.attempt?.state;
  useEffect3(() => {
    if (!wasSent.current || state === "sending" || state === "failed") return;
    wasSent.current = false;
    if (state === void 0) close();
  }, [state, close]);
  const isTooLong = [...written.values()].some((text) => text.length > LONGEST);
  const changed = items.filter(({ id, value }) => (written.get(id) ?? value).trim() !== value);
  const save = () => {
    if (changed.length === 0) return close();
    wasSent.current = true;
    card.act("answers", { answers: Object.fromEntries(changed.map(({ id }) => [id, written.get(id) ?? ""])) });
  };
  return /* @__PURE__ */ jsxs(Flex, { direction: "column", gap: "sm", children: [
    items.map(({ id, label, value }) => {
      const text = written.get(id) ?? value;
      return /* @__PURE__ */ jsx(
        Input,
        {
          label,
          name: `answer-${id}`,
          value: text,
          onInput: (next2) => setWritten((last) => new Map(last).set(id, next2)),
          error: text.length > LONGEST,
          validationMessage: text.length > LONGEST ? `Write at most ${LONGEST} characters.` : "",
          testId: `answer-${id}`
        },
        id
      );
    }),
    /* @__PURE__ */ jsxs(Flex, { gap: "sm", children: [
      /* @__PURE__ */ jsx(
        Button,
        {
          variant: "primary",
          size: "sm",
          disabled: isTooLong || state === "sending" || state === "failed",
          onClick: save,
          testId: "save-answers",
          children: "Save"
        }
      ),
      /* @__PURE__ */ jsx(Button, { size: "sm", onClick: close, testId: "cancel-answers", children: "Cancel" })
    ] })
  ] });
}

// extensions/src/parts/Answers.tsx
import { Fragment, jsx as jsx2, jsxs as jsxs2 } from "react/jsx-runtime";
function Answers({
  answers,
  isBrief = false,
  card,
  formats
}) {
  const [isOpen, setOpen] = useState5(false);
  const { items, edit } = answers;
  if (items.length === 0) return null;
  return /* @__PURE__ */ jsxs2(Flex2, { direction: "column", gap: "xs", testId: "answers", children: [
    /* @__PURE__ */ jsx2(Heading, { children: "Discovery" }),
    isOpen ? /* @__PURE__ */ jsx2(AnswersForm, { items, card, close: () => setOpen(false) }) : /* @__PURE__ */ jsxs2(Fragment, { children: [
      (isBrief ? items.filter(({ value }) => value !== "") : items).map((item) => /* @__PURE__ */ jsx2(AnswerLine, { item, formats }, item.id)),
      edit.allowed ? /* @__PURE__ */ jsx2(Flex2, { justify: "start", children: /* @__PURE__ */ jsx2(Button2, { size: "sm", onClick: () => setOpen(true), testId: "edit-answers", children: "Edit answers" }) }) : /* @__PURE__ */ jsx2(Text, { variant: "microcopy", children: edit.why })
    ] })
  ] });
}
function AnswerLine({ item, formats }) {
  const { label, level, value, by } = item;
  const { variant, text } = gateTag({ done: value !== "", level });
  return /* @__PURE__ */ jsxs2(Flex2, { direction: "column", children: [
    /* @__PURE__ */ jsxs2(Flex2, { gap: "xs", align: "center", wrap: "wrap", children: [
      /* @__PURE__ */ jsx2(Text, { format: { fontWeight: "demibold" }, children: label }),
      value === "" && /* @__PURE__ */ jsx2(StatusTag, { variant, children: text })
    ] }),
    value !== "" && /* @__PURE__ */ jsx2(Text, { children: value }),
    by !== null && /* @__PURE__ */ jsx2(Text, { variant: "microcopy", children: whoAndWhen(item, formats) })
  ] });
}
function whoAndWhen({ value, by, at, before }, formats) {
  const when = at === null ? "" : `, ${formats.moment(at)}`;
  const earlier = before === null ? "" : ` Before: ${before}`;
  return `${value === "" ? "Taken back by " : ""}${by}${when}.${earlier}`;
}

// extensions/src/parts/AttemptNote.tsx
import { Alert, Button as Button3, LoadingSpinner } from "@hubspot/ui-extensions";
import { jsx as jsx3, jsxs as jsxs3 } from "react/jsx-runtime";
function AttemptNote({
  attempt,
  retry,
  dismiss
}) {
  switch (attempt?.state) {
    case void 0:
      return null;
    case "sending":
      return /* @__PURE__ */ jsx3(LoadingSpinner, { label: "Sending", showLabel: true, size: "xs" });
    case "refused":
      return /* @__PURE__ */ jsxs3(Alert, { title: "This was not done", variant: "warning", children: [
        attempt.message,
        /* @__PURE__ */ jsx3(Button3, { onClick: dismiss, size: "sm", testId: "dismiss", children: "Close" })
      ] });
    case "failed":
      return /* @__PURE__ */ jsxs3(Alert, { title: "It is not known whether this was done", variant: "error", children: [
        attempt.message,
        /* @__PURE__ */ jsx3(Button3, { onClick: retry, size: "sm", testId: "try-again", children: "Try again" })
      ] });
  }
}

// extensions/src/parts/CardFrame.tsx
import { Button as Button4, ErrorState, Flex as Flex3, LoadingSpinner as LoadingSpinner2, Text as Text2 } from "@hubspot/ui-extensions";

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

// extensions/src/parts/CardFrame.tsx
import { jsx as jsx4, jsxs as jsxs4 } from "react/jsx-runtime";
function CardFrame({
  card,
  formats,
  children
}) {
  const { answer, problem, reload } = card;
  if (!answer)
    return problem === null ? /* @__PURE__ */ jsx4(LoadingSpinner2, { label: "Loading", layout: "centered" }) : failure(problem, reload);
  return /* @__PURE__ */ jsxs4(Flex3, { direction: "column", gap: "sm", children: [
    children(answer),
    problem !== null && /* @__PURE__ */ jsx4(Text2, { variant: "microcopy", testId: "stale", children: `As of ${formats.moment(answer.now)}; could not be refreshed. ${sentence(problem)}` })
  ] });
}
var failure = (problem, reload) => /* @__PURE__ */ jsxs4(ErrorState, { title: "This could not be loaded", children: [
  /* @__PURE__ */ jsx4(Text2, { children: problem }),
  /* @__PURE__ */ jsx4(Button4, { onClick: reload, testId: "try-again", children: "Try again" })
] });
var NoBackend = () => /* @__PURE__ */ jsx4(ErrorState, { title: "This card is not connected yet", children: /* @__PURE__ */ jsx4(Text2, { children: "The HubSpot project was uploaded without API_ORIGIN. Upload it again with a profile that sets it." }) });

// extensions/src/parts/Checklist.tsx
import { StatusTag as StatusTag2, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@hubspot/ui-extensions";
import { jsx as jsx5, jsxs as jsxs5 } from "react/jsx-runtime";
function Checklist({ items }) {
  if (items.length === 0) return null;
  return /* @__PURE__ */ jsxs5(Table, { density: "condensed", testId: "checklist", children: [
    /* @__PURE__ */ jsx5(TableHead, { children: /* @__PURE__ */ jsxs5(TableRow, { children: [
      /* @__PURE__ */ jsx5(TableHeader, { children: "Checklist" }),
      /* @__PURE__ */ jsx5(TableHeader, { width: "min", children: "State" }),
      /* @__PURE__ */ jsx5(TableHeader, { children: "Found" })
    ] }) }),
    /* @__PURE__ */ jsx5(TableBody, { children: items.map((item) => {
      const { variant, text } = gateTag(item);
      return /* @__PURE__ */ jsxs5(TableRow, { children: [
        /* @__PURE__ */ jsx5(TableCell, { children: item.label }),
        /* @__PURE__ */ jsx5(TableCell, { children: /* @__PURE__ */ jsx5(StatusTag2, { variant, children: text }) }),
        /* @__PURE__ */ jsx5(TableCell, { children: item.detail })
      ] }, item.id);
    }) })
  ] });
}

// extensions/src/parts/Definitions.tsx
import {
  Button as Button5,
  DescriptionList,
  DescriptionListItem,
  Flex as Flex4,
  Panel,
  PanelBody,
  PanelSection,
  Text as Text3
} from "@hubspot/ui-extensions";
import { jsx as jsx6 } from "react/jsx-runtime";
function Definitions({
  definitions,
  title = "What do these mean?"
}) {
  const panel = /* @__PURE__ */ jsx6(Panel, { id: "definitions", title, children: /* @__PURE__ */ jsx6(PanelBody, { children: /* @__PURE__ */ jsx6(PanelSection, { children: /* @__PURE__ */ jsx6(DescriptionList, { direction: "column", children: definitions.map(([word, meaning]) => /* @__PURE__ */ jsx6(DescriptionListItem, { label: word, children: /* @__PURE__ */ jsx6(Text3, { children: meaning }) }, word)) }) }) }) });
  return /* @__PURE__ */ jsx6(Flex4, { justify: "start", children: /* @__PURE__ */ jsx6(Button5, { variant: "transparent", size: "sm", overlay: panel, testId: "definitions", children: title }) });
}

// extensions/src/parts/HandoffDecision.tsx
import { CurrencyInput, DateInput, Flex as Flex8, Text as Text7 } from "@hubspot/ui-extensions";

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

// extensions/src/words/deal-terms.ts
var MOST = 999999999999999;
function problemsOf({ amount, closeDate }, today) {
  return { amount: amountProblem(amount), closeDate: closeDateProblem(closeDate, today) };
}
function amountProblem(amount) {
  if (amount === null || Number.isNaN(amount)) return "Enter the amount.";
  if (Number(amountText(amount)) <= 0) return "The amount must be above zero.";
  return amount > MOST ? "The amount is too large." : null;
}
function closeDateProblem(closeDate, today) {
  if (closeDate === null) return "Choose the close date.";
  return closeDate < today ? "The close date must not be in the past." : null;
}
var amountText = (amount) => amount.toFixed(2);

// extensions/src/parts/AcceptButton.tsx
import { Button as Button6, Flex as Flex6, Modal, ModalBody, ModalFooter, Text as Text5 } from "@hubspot/ui-extensions";

// extensions/src/parts/GateList.tsx
import { Flex as Flex5, StatusTag as StatusTag3, Text as Text4 } from "@hubspot/ui-extensions";
import { jsx as jsx7, jsxs as jsxs6 } from "react/jsx-runtime";
var GateList = ({ items }) => /* @__PURE__ */ jsx7(Flex5, { direction: "column", gap: "xs", children: items.map((item) => {
  const { variant, text } = gateTag(item);
  return /* @__PURE__ */ jsxs6(Flex5, { direction: "column", children: [
    /* @__PURE__ */ jsxs6(Flex5, { gap: "xs", align: "center", wrap: "wrap", children: [
      /* @__PURE__ */ jsx7(Text4, { format: { fontWeight: "demibold" }, children: item.label }),
      /* @__PURE__ */ jsx7(StatusTag3, { variant, children: text })
    ] }),
    /* @__PURE__ */ jsx7(Text4, { variant: "microcopy", children: item.detail })
  ] }, item.id);
}) });

// extensions/src/parts/AcceptButton.tsx
import { jsx as jsx8, jsxs as jsxs7 } from "react/jsx-runtime";
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
    return /* @__PURE__ */ jsx8(Button6, { ...look, disabled: disabled || isBlocked, onClick: () => onAccept([]), children: label });
  const id = `${testId}-dialog`;
  const confirm = () => {
    close(id);
    onAccept(missing.map((item) => item.id));
  };
  const dialog = /* @__PURE__ */ jsxs7(Modal, { id, title: label, onClose: () => void 0, children: [
    /* @__PURE__ */ jsx8(ModalBody, { children: /* @__PURE__ */ jsxs7(Flex6, { direction: "column", gap: "sm", children: [
      /* @__PURE__ */ jsx8(Text5, { children: "This is missing. You can mend it first, or go on without it, which is noted under your name." }),
      /* @__PURE__ */ jsx8(GateList, { items: missing })
    ] }) }),
    /* @__PURE__ */ jsxs7(ModalFooter, { children: [
      /* @__PURE__ */ jsx8(Button6, { variant: "primary", onClick: confirm, testId: `${testId}-confirm`, children: `${label} all the same` }),
      /* @__PURE__ */ jsx8(Button6, { onClick: () => close(id), testId: `${testId}-cancel`, children: "Cancel" })
    ] })
  ] });
  return /* @__PURE__ */ jsx8(Button6, { ...look, overlay: dialog, disabled, children: label });
}

// extensions/src/parts/ReasonButton.tsx
import { Button as Button7, Flex as Flex7, Modal as Modal2, ModalBody as ModalBody2, ModalFooter as ModalFooter2, Select, Text as Text6 } from "@hubspot/ui-extensions";
import { useState as useState6 } from "react";
import { jsx as jsx9, jsxs as jsxs8 } from "react/jsx-runtime";
function ReasonButton({
  label,
  explanation,
  reasons,
  disabled,
  testId,
  close,
  onConfirm
}) {
  const [reason, setReason] = useState6("");
  const [isMissing, setMissing] = useState6(false);
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
  const dialog = /* @__PURE__ */ jsxs8(Modal2, { id, title: label, onClose: () => choose(""), children: [
    /* @__PURE__ */ jsx9(ModalBody2, { children: /* @__PURE__ */ jsxs8(Flex7, { direction: "column", gap: "sm", children: [
      /* @__PURE__ */ jsx9(Text6, { children: explanation }),
      /* @__PURE__ */ jsx9(
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
    /* @__PURE__ */ jsxs8(ModalFooter2, { children: [
      /* @__PURE__ */ jsx9(Button7, { variant: "primary", onClick: confirm, testId: `${testId}-confirm`, children: label }),
      /* @__PURE__ */ jsx9(Button7, { onClick: () => close(id), testId: `${testId}-cancel`, children: "Cancel" })
    ] })
  ] });
  return /* @__PURE__ */ jsx9(Button7, { overlay: dialog, disabled, testId, children: label });
}

// extensions/src/parts/use-deal-terms.ts
import { useRef as useRef4, useState as useState7 } from "react";
var NO_PROBLEMS = { amount: null, closeDate: null };
function useDealTerms({ amount, closeDate }, today) {
  const [written, setWritten] = useState7({});
  const [wasTried, setTried] = useState7(false);
  const latest = useRef4(written);
  const ofDeal = { amount: amount === null ? null : Number(amount), closeDate };
  const terms = { ...ofDeal, ...written };
  return {
    terms,
    problems: wasTried ? problemsOf(terms, today) : NO_PROBLEMS,
    change: (change) => {
      latest.current = { ...latest.current, ...change };
      setWritten(latest.current);
    },
    /** The terms to send, or `null` when a field is wrong, which then says so. */
    check: () => {
      const { amount: amount2, closeDate: closeDate2 } = { ...ofDeal, ...latest.current };
      const problems = problemsOf({ amount: amount2, closeDate: closeDate2 }, today);
      setTried(true);
      if (problems.amount !== null || problems.closeDate !== null) return null;
      return amount2 === null || closeDate2 === null ? null : { amount: amount2, closeDate: closeDate2 };
    }
  };
}

// extensions/src/parts/HandoffDecision.tsx
import { jsx as jsx10, jsxs as jsxs9 } from "react/jsx-runtime";
function HandoffDecision({
  answer,
  handoff,
  today,
  isBusy,
  close,
  accept,
  reject
}) {
  const { handoffId } = handoff;
  const form = useDealTerms(answer, today);
  const send = (despite) => {
    const terms = form.check();
    if (terms) accept({ handoffId, amount: amountText(terms.amount), closeDate: terms.closeDate, despite });
  };
  return /* @__PURE__ */ jsxs9(Flex8, { direction: "column", gap: "sm", children: [
    answer.accept.allowed ? /* @__PURE__ */ jsx10(TermsFields, { form, currency: answer.currency }) : /* @__PURE__ */ jsx10(Why, { text: answer.accept.why }),
    /* @__PURE__ */ jsxs9(Flex8, { gap: "sm", children: [
      answer.accept.allowed && /* @__PURE__ */ jsx10(
        AcceptButton,
        {
          label: "Accept as SQO",
          items: answer.checklist,
          disabled: isBusy,
          testId: "accept",
          close,
          onAccept: send
        }
      ),
      answer.reject.allowed && /* @__PURE__ */ jsx10(
        ReasonButton,
        {
          label: "Reject",
          explanation: "The opportunity goes back with the reason, to whoever set the meeting.",
          reasons: answer.rejectReasons,
          disabled: isBusy,
          testId: "reject",
          close,
          onConfirm: (reason) => reject({ handoffId, reason })
        }
      )
    ] }),
    !answer.reject.allowed && answer.accept.allowed && /* @__PURE__ */ jsx10(Why, { text: answer.reject.why })
  ] });
}
var Why = ({ text }) => /* @__PURE__ */ jsx10(Text7, { variant: "microcopy", children: text });
function TermsFields({
  form,
  currency
}) {
  const { terms, problems, change } = form;
  return /* @__PURE__ */ jsxs9(Flex8, { gap: "md", wrap: "wrap", children: [
    /* @__PURE__ */ jsx10(
      CurrencyInput,
      {
        label: "Amount",
        name: "amount",
        required: true,
        currency,
        precision: 2,
        ...terms.amount === null ? {} : { value: terms.amount },
        onChange: (amount) => change({ amount: amount ?? null }),
        error: problems.amount !== null,
        validationMessage: problems.amount ?? "",
        testId: "amount"
      }
    ),
    /* @__PURE__ */ jsx10(
      DateInput,
      {
        label: "Close date",
        name: "close-date",
        required: true,
        timezone: "portalTz",
        ...terms.closeDate === null ? {} : { value: dateInputValue(terms.closeDate) },
        onChange: (date) => change({ closeDate: calendarDayOf(date) }),
        error: problems.closeDate !== null,
        validationMessage: problems.closeDate ?? "",
        testId: "close-date"
      }
    )
  ] });
}

// extensions/src/parts/HandoffSummary.tsx
import { Box as Box2, Flex as Flex10, Text as Text10 } from "@hubspot/ui-extensions";

// extensions/src/parts/ClockLine.tsx
import { Flex as Flex9, StatusTag as StatusTag4, Text as Text8 } from "@hubspot/ui-extensions";

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
import { jsx as jsx11, jsxs as jsxs10 } from "react/jsx-runtime";
function ClockLine({
  clock,
  now,
  formats
}) {
  const { text, tone } = clockText(clock, now);
  return /* @__PURE__ */ jsxs10(Flex9, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsx11(StatusTag4, { variant: tone, testId: "clock", children: text }),
    /* @__PURE__ */ jsx11(Text8, { variant: "microcopy", children: `${clock.label}, due ${formats.moment(clock.dueAt)}` })
  ] });
}

// extensions/src/parts/HandoffState.tsx
import { Alert as Alert2, Box, LoadingSpinner as LoadingSpinner3, Text as Text9 } from "@hubspot/ui-extensions";
import { jsx as jsx12 } from "react/jsx-runtime";
function HandoffState({
  handoff,
  reasons,
  formats
}) {
  return /* @__PURE__ */ jsx12(Box, { testId: "state", children: sayState(handoff, reasons, formats) });
}
function sayState(handoff, reasons, formats) {
  const { state, refusal, offeredTo, offeredFrom, offeredAt } = handoff;
  const to = named(" to ", offeredTo);
  const by = named(" by ", offeredFrom);
  switch (state) {
    case "pending":
      return /* @__PURE__ */ jsx12(LoadingSpinner3, { label: "Waiting for HubSpot to confirm.", showLabel: true, size: "sm" });
    case "offered":
      if (refusal === null) return /* @__PURE__ */ jsx12(Text9, { children: `Offered${to}${by} on ${formats.moment(offeredAt)}.` });
      return /* @__PURE__ */ jsx12(Alert2, { title: "Not accepted yet", variant: "warning", children: `HubSpot did not take it: ${sentence(refusal)} Offered again${to}.` });
    case "accepted":
      return /* @__PURE__ */ jsx12(Text9, { children: decided("Accepted", handoff, formats) });
    case "rejected":
      return /* @__PURE__ */ jsx12(Text9, { children: decided("Rejected", handoff, formats) + because(handoff, reasons) });
    case "recycled":
      return /* @__PURE__ */ jsx12(Text9, { children: decided("Recycled", handoff, formats) + because(handoff, reasons) });
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

// extensions/src/parts/HandoffSummary.tsx
import { jsx as jsx13, jsxs as jsxs11 } from "react/jsx-runtime";
function HandoffSummary({
  answer,
  handoff,
  now,
  formats
}) {
  const { stage, nextStep, rejectReasons } = answer;
  return /* @__PURE__ */ jsxs11(Flex10, { gap: "lg", wrap: "wrap", align: "start", children: [
    handoff.clock && /* @__PURE__ */ jsx13(Box2, { flex: 1, children: /* @__PURE__ */ jsx13(ClockLine, { clock: handoff.clock, now, formats }) }),
    /* @__PURE__ */ jsxs11(Box2, { flex: 2, children: [
      /* @__PURE__ */ jsx13(Text10, { format: { fontWeight: "bold" }, testId: "next-step", children: nextStep }),
      /* @__PURE__ */ jsx13(HandoffState, { handoff, reasons: rejectReasons, formats }),
      stage && /* @__PURE__ */ jsx13(Text10, { variant: "microcopy", testId: "stage", children: `${stage.label} since ${formats.moment(stage.enteredAt)}` })
    ] })
  ] });
}

// extensions/src/words/definitions.ts
var CLOCK = [
  "Clock",
  "The time in which this has to happen. It is met when it happens before it is due, and stays missed afterwards."
];
var HANDOFF_DEFINITIONS = [
  [
    "Handoff",
    "A meeting-set opportunity (MQO), offered to the account executive. It is no pipeline until somebody accepts it."
  ],
  CLOCK,
  [
    "Checklist",
    "What should be known before the decision. Required: nobody accepts without it. Missing: whoever accepts without it says so, under their name."
  ],
  ["Discovery", "Answers of the contact the opportunity came from. The latest one counts."],
  [
    "Accept as SQO",
    "You take it with an amount and a close date: a sales qualified opportunity, and pipeline from then on."
  ],
  ["Reject", "You turn it down with a reason, and whoever set the meeting learns it."]
];

// extensions/src/HandoffCard.tsx
import { jsx as jsx14, jsxs as jsxs12 } from "react/jsx-runtime";
var DEAL_PROPERTIES = ["dealstage", "pipeline", "amount", "closedate", "deal_currency_code", "hubspot_owner_id"];
function HandoffCard(api) {
  const origin = backendOrigin(api.context);
  return origin === void 0 ? /* @__PURE__ */ jsx14(NoBackend, {}) : /* @__PURE__ */ jsx14(Handoff, { ...api, origin });
}
function Handoff({ context, actions, origin }) {
  const record = `${origin}/extension/v1/deals/${context.crm.objectId}`;
  const card = useAnswer(actions, record, "handoff", DEAL_PROPERTIES);
  const formats = formatsOf(context, card.answer?.zone);
  const accept = (fields) => card.act("accept", fields);
  const reject = (fields) => card.act("reject", fields);
  return /* @__PURE__ */ jsx14(CardFrame, { card, formats, children: (answer) => answer.handoff === null ? /* @__PURE__ */ jsx14(EmptyState, { title: "Nothing was handed over", layout: "vertical", imageName: "deals", children: /* @__PURE__ */ jsx14(Text11, { children: answer.nextStep }) }) : /* @__PURE__ */ jsxs12(Flex11, { direction: "column", gap: "md", children: [
    /* @__PURE__ */ jsx14(HandoffSummary, { answer, handoff: answer.handoff, now: card.now, formats }),
    /* @__PURE__ */ jsx14(Checklist, { items: answer.checklist }),
    /* @__PURE__ */ jsx14(
      HandoffDecision,
      {
        answer,
        handoff: answer.handoff,
        today: formats.calendarDay(card.now),
        isBusy: card.attempt?.state === "sending" || card.attempt?.state === "failed",
        close: actions.closeOverlay,
        accept,
        reject
      }
    ),
    /* @__PURE__ */ jsx14(Answers, { answers: answer.answers, isBrief: true, card, formats }),
    /* @__PURE__ */ jsx14(AttemptNote, { attempt: card.attempt, retry: card.retry, dismiss: card.dismiss }),
    /* @__PURE__ */ jsx14(Definitions, { definitions: HANDOFF_DEFINITIONS })
  ] }) });
}

// extensions/src/HandoffCard.entry.tsx
import { jsx as jsx15 } from "react/jsx-runtime";
hubspot3.extend((api) => /* @__PURE__ */ jsx15(HandoffCard, { ...api }));
