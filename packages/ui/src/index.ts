export { BrandMark } from "./brand-mark.tsx";
export { Button, type ButtonProps, type ButtonVariant, LinkButton, type LinkButtonProps } from "./button.tsx";
export { ContributionBars, type ContributionBarsProps } from "./charts/contribution-bars.tsx";
export type { ContributionGroup, ContributionRow } from "./charts/contribution-geometry.ts";
export { CostGainFront, type CostGainFrontProps } from "./charts/cost-gain-front.tsx";
export { CoverageBar, type CoverageBarProps } from "./charts/coverage-bar.tsx";
export { Dumbbell, type DumbbellProps } from "./charts/dumbbell.tsx";
export type { DumbbellGroup, DumbbellRow, Estimate } from "./charts/dumbbell-geometry.ts";
export { ExpectedChange, type ExpectedChangeProps, type ExpectedRow } from "./charts/expected-change.tsx";
export type { FrontPoint } from "./charts/front-geometry.ts";
export { Legend, type LegendItem, type LegendMark } from "./charts/legend.tsx";
export type { MatrixFields, MatrixPoint, MatrixSplit } from "./charts/matrix-geometry.ts";
export type { PerceivedRow } from "./charts/perceived-geometry.ts";
export { PerceivedVsFact, type PerceivedVsFactProps } from "./charts/perceived-vs-fact.tsx";
export { type MatrixAxes, PriorityMatrix, type PriorityMatrixProps } from "./charts/priority-matrix.tsx";
export { Strip, type StripProps } from "./charts/strip.tsx";
export { TimelineBar, type TimelineBarProps, TimelineHead } from "./charts/timeline-bar.tsx";
export {
  type ContributionTwinWords,
  contributionTwin,
  type DumbbellTwinWords,
  dumbbellTwin,
  type MatrixTwinWords,
  matrixTwin,
  type PerceivedTwinWords,
  perceivedTwin,
  type TwinFormat,
  type WheelTwinWords,
  wheelTwin,
} from "./charts/twins.tsx";
export { Wheel, type WheelProps } from "./charts/wheel.tsx";
export type { WheelGroup, WheelMark, WheelSector } from "./charts/wheel-geometry.ts";
export {
  CheckboxField,
  type CheckboxFieldProps,
  type ExplainedOption,
  type Option,
  type OptionGroup,
  RadioGroupField,
  type RadioGroupFieldProps,
  SelectField,
  type SelectFieldProps,
} from "./choice-field.tsx";
export { classNames } from "./class-names.ts";
export { DataTable, type DataTableProps, type TableColumn, type TableData, type TableRow } from "./data-table.tsx";
export { DemoNote, type DemoNoteProps } from "./demo-note.tsx";
export { Dialog, DialogButton, type DialogProps } from "./dialog.tsx";
export { Conflict, type ConflictProps, type ConflictRow, type ConflictWords, Diff, type DiffRow, type DiffWords } from "./diff.tsx";
export { Disclosure, type DisclosureProps } from "./disclosure.tsx";
export { ErrorSummary, type ErrorSummaryProps, type FormError } from "./error-summary.tsx";
export { FactRow, type FactRowProps } from "./fact-row.tsx";
export { controlAttributes, FieldError, FieldFrame, FieldGroupFrame, FieldHint, type FieldProps, type FieldWidth } from "./field.tsx";
export { Figure, type FigureProps } from "./figure.tsx";
export { Filters, type FiltersProps } from "./filters.tsx";
export { Footer, type FooterProps } from "./footer.tsx";
export { Frieze, type FriezeProps } from "./frieze.tsx";
export { Icon, type IconName, type IconProps } from "./icon.tsx";
export { KeyIcon, type KeyIconProps, type KeySide, type KeySides, Keys, type KeysProps, Lock } from "./key.tsx";
export { KeyFigure, type KeyFigureProps } from "./key-figure.tsx";
export type { LinkComponent, LinkItem } from "./link.ts";
export { Masthead, type MastheadProps } from "./masthead.tsx";
export { NextStep, type NextStepProps } from "./next-step.tsx";
export { Note, type NoteProps } from "./note.tsx";
export { type Outline, PageHead, type PageHeadProps } from "./page-head.tsx";
export { type KeyParty, type Party, partyClass, partyOrder } from "./party.ts";
export { PartyMark, type PartyMarkProps, PartyName, type PartyNameProps } from "./party-mark.tsx";
export { Path, PathDots, type PathProps, type Station, type StationState } from "./path.tsx";
export { ProgressMarks, type ProgressMarksProps } from "./progress-marks.tsx";
export { SavedStatus, type SavedStatusProps } from "./saved-status.tsx";
export { Scale, type ScaleProps, type ScaleStep } from "./scale.tsx";
export { Section, type SectionProps } from "./section.tsx";
export { SkipLink } from "./skip-link.tsx";
export { Status, type StatusTone } from "./status.tsx";
export { TenBlocks, type TenBlocksProps } from "./ten-blocks.tsx";
export { MetaList, ReasonList, type TermItem } from "./term-list.tsx";
export {
  DateField,
  type DateFieldProps,
  NumberField,
  type NumberFieldProps,
  TextArea,
  type TextAreaProps,
  TextField,
  type TextFieldProps,
} from "./text-field.tsx";
export { Twin, type TwinProps } from "./twin.tsx";
export { VisuallyHidden } from "./visually-hidden.tsx";
