// Made by scripts/bundle-cards.mjs from extensions/src/LeadCard.entry.tsx: edit that.

// extensions/src/LeadCard.entry.tsx
import { hubspot as hubspot3 } from "@hubspot/ui-extensions";

// extensions/src/LeadCard.tsx
import { EmptyState, Flex as Flex13, Heading as Heading3, Text as Text13 } from "@hubspot/ui-extensions";

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

// extensions/src/parts/CardFrame.tsx
import { Button as Button3, ErrorState, Flex as Flex3, LoadingSpinner, Text as Text2 } from "@hubspot/ui-extensions";

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
import { jsx as jsx3, jsxs as jsxs3 } from "react/jsx-runtime";
function CardFrame({
  card,
  formats,
  children
}) {
  const { answer, problem, reload } = card;
  if (!answer)
    return problem === null ? /* @__PURE__ */ jsx3(LoadingSpinner, { label: "Loading", layout: "centered" }) : failure(problem, reload);
  return /* @__PURE__ */ jsxs3(Flex3, { direction: "column", gap: "sm", children: [
    children(answer),
    problem !== null && /* @__PURE__ */ jsx3(Text2, { variant: "microcopy", testId: "stale", children: `As of ${formats.moment(answer.now)}; could not be refreshed. ${sentence(problem)}` })
  ] });
}
var failure = (problem, reload) => /* @__PURE__ */ jsxs3(ErrorState, { title: "This could not be loaded", children: [
  /* @__PURE__ */ jsx3(Text2, { children: problem }),
  /* @__PURE__ */ jsx3(Button3, { onClick: reload, testId: "try-again", children: "Try again" })
] });
var NoBackend = () => /* @__PURE__ */ jsx3(ErrorState, { title: "This card is not connected yet", children: /* @__PURE__ */ jsx3(Text2, { children: "The HubSpot project was uploaded without API_ORIGIN. Upload it again with a profile that sets it." }) });

// extensions/src/parts/Definitions.tsx
import {
  Button as Button4,
  DescriptionList,
  DescriptionListItem,
  Flex as Flex4,
  Panel,
  PanelBody,
  PanelSection,
  Text as Text3
} from "@hubspot/ui-extensions";
import { jsx as jsx4 } from "react/jsx-runtime";
function Definitions({
  definitions,
  title = "What do these mean?"
}) {
  const panel = /* @__PURE__ */ jsx4(Panel, { id: "definitions", title, children: /* @__PURE__ */ jsx4(PanelBody, { children: /* @__PURE__ */ jsx4(PanelSection, { children: /* @__PURE__ */ jsx4(DescriptionList, { direction: "column", children: definitions.map(([word, meaning]) => /* @__PURE__ */ jsx4(DescriptionListItem, { label: word, children: /* @__PURE__ */ jsx4(Text3, { children: meaning }) }, word)) }) }) }) });
  return /* @__PURE__ */ jsx4(Flex4, { justify: "start", children: /* @__PURE__ */ jsx4(Button4, { variant: "transparent", size: "sm", overlay: panel, testId: "definitions", children: title }) });
}

// extensions/src/parts/Disqualified.tsx
import { Alert as Alert2, Flex as Flex6, Text as Text5 } from "@hubspot/ui-extensions";

// extensions/src/words/disqualified-text.ts
function disqualifiedText({ by, at, reason, isByAddress }, formats) {
  const on = at === null ? "" : ` on ${formats.day(at)}`;
  if (isByAddress) return `Somebody with the same e-mail address was disqualified${on}.`;
  const who = by === null ? "" : ` by ${by}`;
  return `Disqualified${who}${on}${reason === null ? "." : `: ${sentence(reason)}`}`;
}

// extensions/src/parts/AttemptNote.tsx
import { Alert, Button as Button5, LoadingSpinner as LoadingSpinner2 } from "@hubspot/ui-extensions";
import { jsx as jsx5, jsxs as jsxs4 } from "react/jsx-runtime";
function AttemptNote({
  attempt,
  retry,
  dismiss
}) {
  switch (attempt?.state) {
    case void 0:
      return null;
    case "sending":
      return /* @__PURE__ */ jsx5(LoadingSpinner2, { label: "Sending", showLabel: true, size: "xs" });
    case "refused":
      return /* @__PURE__ */ jsxs4(Alert, { title: "This was not done", variant: "warning", children: [
        attempt.message,
        /* @__PURE__ */ jsx5(Button5, { onClick: dismiss, size: "sm", testId: "dismiss", children: "Close" })
      ] });
    case "failed":
      return /* @__PURE__ */ jsxs4(Alert, { title: "It is not known whether this was done", variant: "error", children: [
        attempt.message,
        /* @__PURE__ */ jsx5(Button5, { onClick: retry, size: "sm", testId: "try-again", children: "Try again" })
      ] });
  }
}

// extensions/src/parts/ReasonButton.tsx
import { Button as Button6, Flex as Flex5, Modal, ModalBody, ModalFooter, Select, Text as Text4 } from "@hubspot/ui-extensions";
import { useState as useState6 } from "react";
import { jsx as jsx6, jsxs as jsxs5 } from "react/jsx-runtime";
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
  const dialog = /* @__PURE__ */ jsxs5(Modal, { id, title: label, onClose: () => choose(""), children: [
    /* @__PURE__ */ jsx6(ModalBody, { children: /* @__PURE__ */ jsxs5(Flex5, { direction: "column", gap: "sm", children: [
      /* @__PURE__ */ jsx6(Text4, { children: explanation }),
      /* @__PURE__ */ jsx6(
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
    /* @__PURE__ */ jsxs5(ModalFooter, { children: [
      /* @__PURE__ */ jsx6(Button6, { variant: "primary", onClick: confirm, testId: `${testId}-confirm`, children: label }),
      /* @__PURE__ */ jsx6(Button6, { onClick: () => close(id), testId: `${testId}-cancel`, children: "Cancel" })
    ] })
  ] });
  return /* @__PURE__ */ jsx6(Button6, { overlay: dialog, disabled, testId, children: label });
}

// extensions/src/parts/Disqualified.tsx
import { jsx as jsx7, jsxs as jsxs6 } from "react/jsx-runtime";
function Disqualified({
  disqualified,
  answer,
  card,
  formats,
  close,
  reinstate
}) {
  const isBusy = card.attempt?.state === "sending" || card.attempt?.state === "failed";
  return /* @__PURE__ */ jsxs6(Flex6, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsx7(Alert2, { title: "Disqualified", variant: "warning", children: disqualifiedText(disqualified, formats) }),
    answer.reinstate.allowed ? /* @__PURE__ */ jsx7(Flex6, { justify: "start", children: /* @__PURE__ */ jsx7(
      ReasonButton,
      {
        label: "Reinstate",
        explanation: "The person counts again from now on. What happened in the meantime is not acted upon.",
        reasons: answer.reinstateReasons,
        disabled: isBusy,
        testId: "reinstate",
        close,
        onConfirm: (reason) => reinstate({ reason })
      }
    ) }) : /* @__PURE__ */ jsx7(Text5, { variant: "microcopy", children: answer.reinstate.why }),
    /* @__PURE__ */ jsx7(AttemptNote, { attempt: card.attempt, retry: card.retry, dismiss: card.dismiss })
  ] });
}

// extensions/src/parts/GateList.tsx
import { Flex as Flex7, StatusTag as StatusTag2, Text as Text6 } from "@hubspot/ui-extensions";
import { jsx as jsx8, jsxs as jsxs7 } from "react/jsx-runtime";
var GateList = ({ items }) => /* @__PURE__ */ jsx8(Flex7, { direction: "column", gap: "xs", children: items.map((item) => {
  const { variant, text } = gateTag(item);
  return /* @__PURE__ */ jsxs7(Flex7, { direction: "column", children: [
    /* @__PURE__ */ jsxs7(Flex7, { gap: "xs", align: "center", wrap: "wrap", children: [
      /* @__PURE__ */ jsx8(Text6, { format: { fontWeight: "demibold" }, children: item.label }),
      /* @__PURE__ */ jsx8(StatusTag2, { variant, children: text })
    ] }),
    /* @__PURE__ */ jsx8(Text6, { variant: "microcopy", children: item.detail })
  ] }, item.id);
}) });

// extensions/src/parts/LeadActions.tsx
import { Flex as Flex9, Text as Text8 } from "@hubspot/ui-extensions";

// extensions/src/parts/AcceptButton.tsx
import { Button as Button7, Flex as Flex8, Modal as Modal2, ModalBody as ModalBody2, ModalFooter as ModalFooter2, Text as Text7 } from "@hubspot/ui-extensions";
import { jsx as jsx9, jsxs as jsxs8 } from "react/jsx-runtime";
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
    return /* @__PURE__ */ jsx9(Button7, { ...look, disabled: disabled || isBlocked, onClick: () => onAccept([]), children: label });
  const id = `${testId}-dialog`;
  const confirm = () => {
    close(id);
    onAccept(missing.map((item) => item.id));
  };
  const dialog = /* @__PURE__ */ jsxs8(Modal2, { id, title: label, onClose: () => void 0, children: [
    /* @__PURE__ */ jsx9(ModalBody2, { children: /* @__PURE__ */ jsxs8(Flex8, { direction: "column", gap: "sm", children: [
      /* @__PURE__ */ jsx9(Text7, { children: "This is missing. You can mend it first, or go on without it, which is noted under your name." }),
      /* @__PURE__ */ jsx9(GateList, { items: missing })
    ] }) }),
    /* @__PURE__ */ jsxs8(ModalFooter2, { children: [
      /* @__PURE__ */ jsx9(Button7, { variant: "primary", onClick: confirm, testId: `${testId}-confirm`, children: `${label} all the same` }),
      /* @__PURE__ */ jsx9(Button7, { onClick: () => close(id), testId: `${testId}-cancel`, children: "Cancel" })
    ] })
  ] });
  return /* @__PURE__ */ jsx9(Button7, { ...look, overlay: dialog, disabled, children: label });
}

// extensions/src/parts/LeadActions.tsx
import { jsx as jsx10, jsxs as jsxs9 } from "react/jsx-runtime";
function LeadActions({
  answer,
  card,
  close,
  accept,
  recycle,
  disqualify
}) {
  const { handoff, recycleReasons, disqualifyReasons } = answer;
  const isOpen = handoff?.state === "offered" || handoff?.state === "accepted";
  const isBusy = card.attempt?.state === "sending" || card.attempt?.state === "failed";
  return /* @__PURE__ */ jsxs9(Flex9, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsxs9(Flex9, { gap: "sm", wrap: "wrap", children: [
      answer.accept.allowed && handoff && /* @__PURE__ */ jsx10(
        AcceptButton,
        {
          label: "Accept",
          items: answer.gate?.items ?? [],
          disabled: isBusy,
          testId: "accept",
          close,
          onAccept: (despite) => accept({ handoffId: handoff.handoffId, despite })
        }
      ),
      answer.recycle.allowed && /* @__PURE__ */ jsx10(
        ReasonButton,
        {
          label: "Recycle",
          explanation: "The lead leaves the path for now. It starts a new attempt when it comes back.",
          reasons: recycleReasons,
          disabled: isBusy,
          testId: "recycle",
          close,
          onConfirm: (reason) => recycle({ handoffId: handoff?.handoffId ?? null, reason })
        }
      ),
      answer.disqualify.allowed && /* @__PURE__ */ jsx10(
        ReasonButton,
        {
          label: "Disqualify",
          explanation: "No buyer, for good: no score and no raised hand brings this person back. Only an admin, marketing ops or a manager can undo it.",
          reasons: disqualifyReasons,
          disabled: isBusy,
          testId: "disqualify",
          close,
          onConfirm: (reason) => disqualify({ handoffId: isOpen ? handoff.handoffId : null, reason })
        }
      )
    ] }),
    !answer.accept.allowed && /* @__PURE__ */ jsx10(Text8, { variant: "microcopy", children: answer.accept.why }),
    !answer.recycle.allowed && answer.recycle.why !== whyNot(answer.accept) && /* @__PURE__ */ jsx10(Text8, { variant: "microcopy", children: answer.recycle.why }),
    /* @__PURE__ */ jsx10(AttemptNote, { attempt: card.attempt, retry: card.retry, dismiss: card.dismiss })
  ] });
}
var whyNot = (allowed) => allowed.allowed ? void 0 : allowed.why;

// extensions/src/parts/LeadSummary.tsx
import { Flex as Flex11, Tag, Text as Text11 } from "@hubspot/ui-extensions";

// extensions/src/parts/ClockLine.tsx
import { Flex as Flex10, StatusTag as StatusTag3, Text as Text9 } from "@hubspot/ui-extensions";

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
  return /* @__PURE__ */ jsxs10(Flex10, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsx11(StatusTag3, { variant: tone, testId: "clock", children: text }),
    /* @__PURE__ */ jsx11(Text9, { variant: "microcopy", children: `${clock.label}, due ${formats.moment(clock.dueAt)}` })
  ] });
}

// extensions/src/parts/HandoffState.tsx
import { Alert as Alert3, Box, LoadingSpinner as LoadingSpinner3, Text as Text10 } from "@hubspot/ui-extensions";
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
      if (refusal === null) return /* @__PURE__ */ jsx12(Text10, { children: `Offered${to}${by} on ${formats.moment(offeredAt)}.` });
      return /* @__PURE__ */ jsx12(Alert3, { title: "Not accepted yet", variant: "warning", children: `HubSpot did not take it: ${sentence(refusal)} Offered again${to}.` });
    case "accepted":
      return /* @__PURE__ */ jsx12(Text10, { children: decided("Accepted", handoff, formats) });
    case "rejected":
      return /* @__PURE__ */ jsx12(Text10, { children: decided("Rejected", handoff, formats) + because(handoff, reasons) });
    case "recycled":
      return /* @__PURE__ */ jsx12(Text10, { children: decided("Recycled", handoff, formats) + because(handoff, reasons) });
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

// extensions/src/parts/LeadSummary.tsx
import { jsx as jsx13, jsxs as jsxs11 } from "react/jsx-runtime";
function LeadSummary({
  answer,
  now,
  formats
}) {
  const { priority, owner, handoff, nextStep, recycleReasons } = answer;
  return /* @__PURE__ */ jsxs11(Flex11, { direction: "column", gap: "sm", children: [
    priority && /* @__PURE__ */ jsxs11(Flex11, { gap: "xs", align: "center", wrap: "wrap", children: [
      /* @__PURE__ */ jsx13(Tag, { variant: priorityTone(priority.id), testId: "priority", children: priority.id }),
      /* @__PURE__ */ jsx13(Text11, { children: priority.reason })
    ] }),
    handoff?.clock && /* @__PURE__ */ jsx13(ClockLine, { clock: handoff.clock, now, formats }),
    /* @__PURE__ */ jsx13(Text11, { testId: "owner", children: owner ? `Owner: ${owner.name}` : "No owner yet" }),
    /* @__PURE__ */ jsx13(Text11, { format: { fontWeight: "bold" }, testId: "next-step", children: nextStep }),
    handoff && /* @__PURE__ */ jsx13(HandoffState, { handoff, reasons: recycleReasons, formats })
  ] });
}
var TONES = { P1: "error", P2: "warning", P3: "info" };
var priorityTone = (id) => TONES[id] ?? "default";

// extensions/src/parts/StagePath.tsx
import { Flex as Flex12, Heading as Heading2, StepIndicator, Text as Text12 } from "@hubspot/ui-extensions";

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
function stayText({ stage, usual }, now, formats) {
  if (!stage) return null;
  const days = Math.max(0, now - stage.enteredAt) / DAY;
  const here = days < 1 ? "Less than a day" : `${Math.floor(days)} ${Math.floor(days) === 1 ? "day" : "days"}`;
  const median = usual.medianDays === null ? "" : `; the usual median is ${formats.number(usual.medianDays)} days`;
  return `${here} in ${stage.label}${median}.`;
}

// extensions/src/parts/StagePath.tsx
import { jsx as jsx14, jsxs as jsxs12 } from "react/jsx-runtime";
function StagePath({
  journey,
  now,
  formats
}) {
  const { attempt, path, ended } = journey;
  const stay = ended ? null : stayText(journey, now, formats);
  return /* @__PURE__ */ jsxs12(Flex12, { direction: "column", gap: "xs", children: [
    /* @__PURE__ */ jsx14(Heading2, { children: attempt > 1 ? `Path, attempt ${attempt}` : "Path" }),
    /* @__PURE__ */ jsx14(
      StepIndicator,
      {
        direction: "vertical",
        circleSize: "xs",
        stepNames: path.map((step) => stepName(step, formats)),
        currentStep: currentStep(path),
        testId: "path"
      }
    ),
    stay !== null && /* @__PURE__ */ jsx14(Text12, { variant: "microcopy", children: stay }),
    ended && /* @__PURE__ */ jsx14(Text12, { format: { fontWeight: "bold" }, children: `Ended: ${ended.label} on ${formats.day(ended.at)}.` })
  ] });
}

// extensions/src/words/definitions.ts
var CLOCK = [
  "Clock",
  "The time in which this has to happen. It is met when it happens before it is due, and stays missed afterwards."
];
var LEAD_DEFINITIONS = [
  ["Priority", "P1 to P4, P1 first. The reason beside it is what decided it."],
  CLOCK,
  ["Accept", "You take this lead. It counts as accepted from your click on, once HubSpot has confirmed it."],
  ["Recycle", "The lead leaves the path for now, with a reason. When it comes back, that is a new attempt."],
  [
    "Disqualify",
    "No buyer, for good. Nothing brings the person back but an admin, marketing ops or a manager who reinstates them."
  ],
  [
    "Before \u2026",
    "What the next stage asks for. Required: nobody goes on without it. Missing: whoever goes on without it says so, under their name."
  ],
  ["Discovery", "What was found out before an opportunity is accepted, by whom and when. The latest answer counts."],
  ["Path", "The stages of this attempt with the day each was first entered."],
  ["Skipped", "The journey passed this stage without being seen in it. It is never counted as having been there."],
  ["Usual median", "Half of the journeys of the same channel took less time in this stage. Empty below 20 journeys."],
  ["Attempt", "Which try of this person it is. A new one begins after the last has ended, or with a further deal."]
];

// extensions/src/LeadCard.tsx
import { jsx as jsx15, jsxs as jsxs13 } from "react/jsx-runtime";
var CONTACT_PROPERTIES = [
  "lifecyclestage",
  "hs_lead_status",
  "hubspot_owner_id",
  "l2r_stage",
  "l2r_attempt",
  "l2r_need"
];
function LeadCard(api) {
  const origin = backendOrigin(api.context);
  return origin === void 0 ? /* @__PURE__ */ jsx15(NoBackend, {}) : /* @__PURE__ */ jsx15(Lead, { ...api, origin });
}
function Lead({ context, actions, origin }) {
  const record = `${origin}/extension/v1/contacts/${context.crm.objectId}`;
  const card = useAnswer(actions, record, "lead", CONTACT_PROPERTIES);
  const formats = formatsOf(context, card.answer?.zone);
  const accept = (fields) => card.act("accept", fields);
  const recycle = (fields) => card.act("recycle", fields);
  const disqualify = (fields) => card.act("disqualify", fields);
  const reinstate = (fields) => card.act("reinstate", fields);
  return /* @__PURE__ */ jsx15(CardFrame, { card, formats, children: (answer) => /* @__PURE__ */ jsxs13(Flex13, { direction: "column", gap: "md", children: [
    answer.journey === null && answer.handoff === null ? /* @__PURE__ */ jsx15(EmptyState, { title: "No journey yet", layout: "vertical", imageName: "leads", children: /* @__PURE__ */ jsx15(Text13, { children: answer.nextStep }) }) : /* @__PURE__ */ jsx15(LeadSummary, { answer, now: card.now, formats }),
    answer.disqualified ? /* @__PURE__ */ jsx15(
      Disqualified,
      {
        disqualified: answer.disqualified,
        answer,
        card,
        formats,
        close: actions.closeOverlay,
        reinstate
      }
    ) : /* @__PURE__ */ jsx15(
      LeadActions,
      {
        answer,
        card,
        close: actions.closeOverlay,
        accept,
        recycle,
        disqualify
      }
    ),
    answer.gate && !answer.disqualified && /* @__PURE__ */ jsx15(NextGate, { gate: answer.gate }),
    isAsked(answer) && /* @__PURE__ */ jsx15(Answers, { answers: answer.answers, card, formats }),
    answer.journey && /* @__PURE__ */ jsx15(StagePath, { journey: answer.journey, now: card.now, formats }),
    /* @__PURE__ */ jsx15(Definitions, { definitions: LEAD_DEFINITIONS })
  ] }) });
}
var isAsked = ({ handoff, journey, answers }) => journey !== null && handoff?.state !== "offered" || answers.items.some(({ value }) => value !== "");
function NextGate({ gate }) {
  const items = gate.items.filter(({ id }) => !id.startsWith("answer."));
  if (items.length === 0) return null;
  return /* @__PURE__ */ jsxs13(Flex13, { direction: "column", gap: "xs", testId: "gate", children: [
    /* @__PURE__ */ jsx15(Heading3, { children: `Before ${gate.stage.label}` }),
    /* @__PURE__ */ jsx15(GateList, { items })
  ] });
}

// extensions/src/LeadCard.entry.tsx
import { jsx as jsx16 } from "react/jsx-runtime";
hubspot3.extend((api) => /* @__PURE__ */ jsx16(LeadCard, { ...api }));
