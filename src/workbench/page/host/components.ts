import type { ComponentType } from 'react';
import { Button, ButtonRow, LoadingButton } from './buttons.tsx';
import { Checkbox, Select, Toggle } from './choices.tsx';
import { DateInput } from './date-input.tsx';
import { Alert, EmptyState, ErrorState, LoadingSpinner, ProgressBar } from './feedback.tsx';
import { Form } from './form.tsx';
import { Link, StatusTag, Tag } from './inline.tsx';
import { Box, Divider, Flex, Spacer, Tile } from './layout.tsx';
import {
  Accordion,
  DescriptionList,
  DescriptionListItem,
  List,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
} from './lists.tsx';
import { CurrencyInput, NumberInput } from './number-inputs.tsx';
import { Modal, ModalBody, ModalFooter, Panel, PanelBody, PanelFooter, PanelSection } from './overlays.tsx';
import { StepIndicator } from './step-indicator.tsx';
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from './table.tsx';
import { Tab, Tabs } from './tabs.tsx';
import { Heading, Text } from './text.tsx';
import { Input, TextArea } from './text-inputs.tsx';
import { unmapped } from './unmapped.tsx';

/** The components of the SDK, by the names under which cards send them. */
const components: Readonly<Record<string, ComponentType<never>>> = {
  Accordion,
  Alert,
  Box,
  Button,
  ButtonRow,
  Checkbox,
  CurrencyInput,
  DateInput,
  DescriptionList,
  DescriptionListItem,
  Divider,
  EmptyState,
  ErrorState,
  Flex,
  Form,
  Heading,
  Input,
  Link,
  List,
  LoadingButton,
  LoadingSpinner,
  Modal,
  ModalBody,
  ModalFooter,
  NumberInput,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  ProgressBar,
  Select,
  Spacer,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StatusTag,
  StepIndicator,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Tabs,
  Tag,
  Text,
  TextArea,
  Textarea: TextArea,
  Tile,
  Toggle,
};

const missing = new Map<string, ComponentType<never>>();

/** The component for a name; the same one each time, or React would mount it anew. */
export function componentFor(name: string): ComponentType<never> {
  const known = components[name] ?? missing.get(name);
  if (known !== undefined) return known;
  const made = unmapped(name) as ComponentType<never>;
  missing.set(name, made);
  return made;
}
