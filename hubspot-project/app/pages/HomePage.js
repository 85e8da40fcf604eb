// Made by scripts/bundle-cards.mjs from extensions/src/HomePage.entry.tsx: edit that.

// extensions/src/HomePage.entry.tsx
import { hubspot as hubspot2 } from "@hubspot/ui-extensions";

// extensions/src/HomePage.tsx
import { Button as Button2, ErrorState as ErrorState2, Flex as Flex4, LoadingSpinner as LoadingSpinner2, Tab, Tabs, Text as Text4 } from "@hubspot/ui-extensions";

// extensions/src/backend/card-api.ts
function backendOrigin({ variables }) {
  const origin = variables?.["API_ORIGIN"];
  return typeof origin === "string" ? origin : void 0;
}

// extensions/src/backend/use-page-answer.ts
import { hubspot } from "@hubspot/ui-extensions";
import { useCallback, useEffect, useState } from "react";

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

// extensions/src/backend/use-page-answer.ts
var TIMEOUT_MS = 1e4;
var POLL_MS = 6e4;
function usePageAnswer(url) {
  const [state, setState] = useState({
    answer: null,
    problem: null,
    settled: 0
  });
  const reload = useCallback(() => {
    void readAnswer(() => hubspot.fetch(url, { timeout: TIMEOUT_MS })).then(
      (outcome) => setState(
        ({ answer, settled }) => outcome.kind === "answered" ? { answer: outcome.answer, problem: null, settled: settled + 1 } : { answer, problem: outcome.message, settled: settled + 1 }
      )
    );
  }, [url]);
  useEffect(reload, [reload]);
  useEffect(() => {
    const timer = setTimeout(reload, POLL_MS);
    return () => clearTimeout(timer);
  }, [reload, state.settled]);
  return { ...state, reload };
}

// extensions/src/home/Health.tsx
import {
  Flex,
  Heading,
  Statistics,
  StatisticsItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text
} from "@hubspot/ui-extensions";
import { jsx, jsxs } from "react/jsx-runtime";
var Health = ({ health, formats }) => /* @__PURE__ */ jsxs(Flex, { direction: "column", gap: "md", testId: "health", children: [
  /* @__PURE__ */ jsx(Text, { variant: "microcopy", children: `The last ${health.days} days. Shares are told from 20 on, with their 95 % interval.` }),
  /* @__PURE__ */ jsxs(Statistics, { children: [
    /* @__PURE__ */ jsx(StatisticsItem, { label: "Held since the rules changed", number: health.held }),
    health.keptBack.map(({ why, label, count }) => /* @__PURE__ */ jsx(StatisticsItem, { label: `Kept back: ${label.toLowerCase()}`, number: count }, why))
  ] }),
  /* @__PURE__ */ jsx(Heading, { children: "First response and meetings" }),
  /* @__PURE__ */ jsx(
    Rows,
    {
      head: ["Answered", "Leads", "Came to a meeting"],
      rows: health.response.map((each) => [each.bucket, `${each.whole}`, share(each)]),
      empty: "No lead was answered yet."
    }
  ),
  /* @__PURE__ */ jsx(Heading, { children: "Where offers are decided" }),
  /* @__PURE__ */ jsx(
    Rows,
    {
      head: ["Owner", "On our cards", "In HubSpot itself", "Open", "Late"],
      rows: health.adoption.map((each) => [
        each.owner,
        ...[each.onCards, each.inHubSpot, each.open, each.late].map(String)
      ]),
      empty: "Nothing was offered yet."
    }
  ),
  /* @__PURE__ */ jsx(Heading, { children: "What became of leads" }),
  /* @__PURE__ */ jsx(
    Rows,
    {
      head: ["Outcome", "Leads"],
      rows: health.outcomes.map(({ label, count }) => [label, `${count}`]),
      empty: "No lead was offered yet."
    }
  ),
  /* @__PURE__ */ jsx(Heading, { children: "Past the gate without meeting it" }),
  /* @__PURE__ */ jsx(
    Rows,
    {
      head: ["Stage", "Criterion", "Entered", "Do not meet it now"],
      rows: health.inflation.map((each) => [each.stage, each.criterion, `${each.whole}`, share(each)]),
      empty: "No stage has criteria that can be told for everybody."
    }
  ),
  /* @__PURE__ */ jsx(Heading, { children: "Held since the rules changed" }),
  /* @__PURE__ */ jsx(
    Rows,
    {
      head: ["Contact", "Behavior points", "Since"],
      rows: health.heldPeople.map(({ contactId, heldAt, points }) => [
        contactId,
        formats.number(points),
        formats.day(heldAt)
      ]),
      empty: "Nobody is held."
    }
  ),
  /* @__PURE__ */ jsx(Heading, { children: "Kept back last" }),
  /* @__PURE__ */ jsx(
    Rows,
    {
      head: ["Contact", "Priority", "Why", "When", "Until"],
      rows: health.keptPeople.map(({ contactId, priority, why, at, until }) => [
        contactId,
        priority,
        why,
        formats.day(at),
        until === null ? "" : formats.day(until)
      ]),
      empty: "Nobody was kept back."
    }
  )
] });
function share({ part, rate, low, high }) {
  if (rate === null || low === null || high === null) return `${part}`;
  return `${part} (${percent(rate)}, ${percent(low)} to ${percent(high)})`;
}
var percent = (value) => `${Math.round(value * 100)} %`;
var Rows = ({ head, rows, empty }) => rows.length === 0 ? /* @__PURE__ */ jsx(Text, { children: empty }) : /* @__PURE__ */ jsxs(Table, { bordered: true, children: [
  /* @__PURE__ */ jsx(TableHead, { children: /* @__PURE__ */ jsx(TableRow, { children: head.map((text) => /* @__PURE__ */ jsx(TableHeader, { children: text }, text)) }) }),
  /* @__PURE__ */ jsx(TableBody, { children: rows.map((cells) => /* @__PURE__ */ jsx(TableRow, { children: cells.map((text, column) => /* @__PURE__ */ jsx(TableCell, { children: text }, head[column])) }, cells.join("|"))) })
] });

// extensions/src/home/Model.tsx
import { Accordion, Flex as Flex2, Heading as Heading2, List, StatusTag, Text as Text2 } from "@hubspot/ui-extensions";
import { jsx as jsx2, jsxs as jsxs2 } from "react/jsx-runtime";
var Model = ({ answer }) => /* @__PURE__ */ jsxs2(Flex2, { direction: "column", gap: "md", children: [
  /* @__PURE__ */ jsx2(Heading2, { children: "Stages" }),
  answer.stages.map((stage) => /* @__PURE__ */ jsx2(Stage, { stage }, stage.id)),
  /* @__PURE__ */ jsx2(Heading2, { children: "Rules" }),
  answer.parts.map((part) => /* @__PURE__ */ jsx2(Part, { part }, part.label))
] });
var Stage = ({ stage: { id, label, owner, sentences } }) => /* @__PURE__ */ jsxs2(Flex2, { direction: "column", gap: "xs", children: [
  /* @__PURE__ */ jsxs2(Flex2, { direction: "row", gap: "sm", align: "center", children: [
    /* @__PURE__ */ jsx2(Text2, { format: { fontWeight: "bold" }, children: label === id ? label : `${label} (${id})` }),
    owner !== "" && /* @__PURE__ */ jsx2(StatusTag, { variant: "default", children: owner })
  ] }),
  sentences.length === 0 ? /* @__PURE__ */ jsx2(Text2, { variant: "microcopy", children: "Nothing is said about this stage yet." }) : sentences.map((text) => /* @__PURE__ */ jsx2(Text2, { children: text }, text))
] });
var Part = ({ part: { label, sentences } }) => /* @__PURE__ */ jsx2(Accordion, { title: label, size: "small", defaultOpen: true, children: /* @__PURE__ */ jsx2(List, { variant: "unordered-styled", children: sentences.map((text) => /* @__PURE__ */ jsx2(Text2, { children: text }, text)) }) });

// extensions/src/parts/CardFrame.tsx
import { Button, ErrorState, Flex as Flex3, LoadingSpinner, Text as Text3 } from "@hubspot/ui-extensions";

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
import { jsx as jsx3, jsxs as jsxs3 } from "react/jsx-runtime";
var NoBackend = () => /* @__PURE__ */ jsx3(ErrorState, { title: "This card is not connected yet", children: /* @__PURE__ */ jsx3(Text3, { children: "The HubSpot project was uploaded without API_ORIGIN. Upload it again with a profile that sets it." }) });

// extensions/src/HomePage.tsx
import { jsx as jsx4, jsxs as jsxs4 } from "react/jsx-runtime";
function HomePage(api) {
  const origin = backendOrigin(api.context);
  return origin === void 0 ? /* @__PURE__ */ jsx4(NoBackend, {}) : /* @__PURE__ */ jsx4(Home, { ...api, url: `${origin}/extension/v1/model` });
}
function Home({ context, url }) {
  const { answer, problem, reload } = usePageAnswer(url);
  if (!answer)
    return problem === null ? /* @__PURE__ */ jsx4(LoadingSpinner2, { label: "Loading", layout: "centered" }) : /* @__PURE__ */ jsxs4(ErrorState2, { title: "The model could not be loaded", children: [
      /* @__PURE__ */ jsx4(Text4, { children: problem }),
      /* @__PURE__ */ jsx4(Button2, { onClick: reload, testId: "try-again", children: "Try again" })
    ] });
  const formats = formatsOf(context, answer.zone);
  return /* @__PURE__ */ jsxs4(Flex4, { direction: "column", gap: "md", children: [
    /* @__PURE__ */ jsx4(Text4, { variant: "microcopy", testId: "published", children: `Version ${answer.version}, published ${formats.moment(answer.publishedAt)} by ${answer.publishedBy}: ${sentence(answer.why)}` }),
    /* @__PURE__ */ jsxs4(Tabs, { defaultSelected: "model", testId: "tabs", children: [
      /* @__PURE__ */ jsx4(Tab, { tabId: "model", title: "Model", children: /* @__PURE__ */ jsx4(Model, { answer }) }),
      /* @__PURE__ */ jsx4(Tab, { tabId: "health", title: "Health", children: /* @__PURE__ */ jsx4(Health, { health: answer.health, formats }) })
    ] }),
    problem !== null && /* @__PURE__ */ jsx4(Text4, { variant: "microcopy", children: `As of ${formats.moment(answer.now)}; could not be refreshed. ${sentence(problem)}` })
  ] });
}

// extensions/src/HomePage.entry.tsx
import { jsx as jsx5 } from "react/jsx-runtime";
hubspot2.extend((api) => /* @__PURE__ */ jsx5(HomePage, { ...api }));
