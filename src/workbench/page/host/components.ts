import type { ComponentType } from 'react';
import { Button, ButtonRow, LoadingButton } from './buttons.tsx';
import { BarChart, LineChart } from './charts.tsx';
import { Checkbox, RadioButton, Toggle } from './choices.tsx';
import { DateInput } from './date-input.tsx';
import { Dropdown, DropdownButtonItem } from './dropdown.tsx';
import { Alert, EmptyState, ErrorState, LoadingSpinner, ProgressBar } from './feedback.tsx';
import { Form } from './form.tsx';
import { HeaderActions, PrimaryHeaderActionButton, SecondaryHeaderActionButton } from './header-actions.tsx';
import { Icon } from './icon.tsx';
import { Link, StatusTag, Tag } from './inline.tsx';
import { AutoGrid, Box, Card, Divider, Flex, Inline, Spacer, Tile } from './layout.tsx';
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
import { Illustration, Image, ScoreCircle } from './pictures.tsx';
import { MultiSelect, Select } from './selects.tsx';
import { StepIndicator } from './step-indicator.tsx';
import { StepperInput } from './stepper-input.tsx';
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from './table.tsx';
import { Tab, Tabs } from './tabs.tsx';
import { Heading, Text } from './text.tsx';
import { Input, SearchInput, TextArea } from './text-inputs.tsx';
import { TimeInput } from './time-input.tsx';
import { ToggleGroup } from './toggle-group.tsx';
import { Tooltip } from './tooltip.tsx';
import { unmapped } from './unmapped.tsx';

/** The components of the SDK, by the names under which cards send them. */
const components: Readonly<Record<string, ComponentType<never>>> = {
  Accordion,
  Alert,
  AutoGrid,
  BarChart,
  Box,
  Button,
  ButtonRow,
  Card,
  Checkbox,
  CurrencyInput,
  DateInput,
  DescriptionList,
  DescriptionListItem,
  Divider,
  Dropdown,
  DropdownButtonItem,
  EmptyState,
  ErrorState,
  Flex,
  Form,
  HeaderActions,
  Heading,
  Icon,
  Illustration,
  Image,
  Inline,
  Input,
  LineChart,
  Link,
  List,
  LoadingButton,
  LoadingSpinner,
  Modal,
  ModalBody,
  ModalFooter,
  MultiSelect,
  NumberInput,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  PrimaryHeaderActionButton,
  ProgressBar,
  RadioButton,
  ScoreCircle,
  SearchInput,
  SecondaryHeaderActionButton,
  Select,
  Spacer,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StatusTag,
  StepIndicator,
  StepperInput,
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
  TimeInput,
  Toggle,
  ToggleGroup,
  Tooltip,
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
