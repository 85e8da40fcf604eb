/** What all inputs of the SDK have in common. */
export interface FieldProps {
  readonly label?: string;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly description?: string;
  readonly tooltip?: string;
  readonly placeholder?: string;
  readonly error?: boolean;
  readonly validationMessage?: string;
  readonly testId?: string;
}

/** The same for Mantine's inputs. A validation message without an error is good news and stands with the description. */
export function fieldProps(props: FieldProps) {
  const {
    label,
    required = false,
    readOnly = false,
    description,
    tooltip,
    placeholder,
    error,
    validationMessage,
  } = props;
  const shownLabel = tooltip ? (
    <span title={tooltip}>
      {label} <span className="wb-microcopy">ⓘ</span>
    </span>
  ) : (
    label
  );
  return {
    label: shownLabel,
    withAsterisk: required,
    'aria-required': required,
    readOnly,
    description: error ? description : (validationMessage ?? description),
    placeholder: placeholder ?? '',
    error: error ? (validationMessage ?? true) : false,
    'data-test-id': props.testId,
  };
}
