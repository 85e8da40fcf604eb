import type { TableCellProps, TableElementProps, TableHeaderProps, TableProps } from '@hubspot/ui-extensions';
import { Pagination, Table as MantineTable } from '@mantine/core';
import type { CSSProperties } from 'react';

const SPACING = { default: 'sm', condensed: 'xs', compact: 4 } as const;

export function Table({ bordered = true, flush = false, density = 'default', children, testId, ...props }: TableProps) {
  return (
    <div className="wb-table" style={{ marginBlock: flush ? 0 : 8 }} data-test-id={testId}>
      <div className="wb-table-scroll">
        <MantineTable verticalSpacing={SPACING[density]} withTableBorder={bordered} fz="sm">
          {children}
        </MantineTable>
      </div>
      {props.paginated && (
        <Pagination
          total={props.pageCount}
          value={props.page ?? 1}
          onChange={(page) => props.onPageChange(page)}
          withEdges={props.showFirstLastButtons ?? false}
          color="dark"
          size="sm"
          mt="xs"
          aria-label="Pages"
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
        />
      )}
    </div>
  );
}

export const TableHead = ({ children, testId }: TableElementProps) => (
  <MantineTable.Thead data-test-id={testId}>{children}</MantineTable.Thead>
);

export const TableBody = ({ children, testId }: TableElementProps) => (
  <MantineTable.Tbody data-test-id={testId}>{children}</MantineTable.Tbody>
);

export const TableFooter = ({ children, testId }: TableElementProps) => (
  <MantineTable.Tfoot data-test-id={testId}>{children}</MantineTable.Tfoot>
);

export const TableRow = ({ children, testId }: TableElementProps) => (
  <MantineTable.Tr data-test-id={testId}>{children}</MantineTable.Tr>
);

const NEXT = { none: 'ascending', ascending: 'descending', descending: 'ascending' } as const;
const ARROWS = { none: '↕', ascending: '↑', descending: '↓' } as const;

export function TableHeader({ align = 'left', width, children, testId, ...props }: TableHeaderProps) {
  const style = cellStyle(align, width);
  if (!('onSortChange' in props)) {
    return (
      <MantineTable.Th style={style} data-test-id={testId}>
        {children}
      </MantineTable.Th>
    );
  }
  const { sortDirection, onSortChange, disabled = false } = props;
  return (
    <MantineTable.Th style={style} aria-sort={sortDirection} data-test-id={testId}>
      <button
        type="button"
        className="wb-plain-button wb-sort"
        disabled={disabled}
        onClick={() => onSortChange(NEXT[sortDirection])}
      >
        {children} <span aria-hidden="true">{ARROWS[sortDirection]}</span>
      </button>
    </MantineTable.Th>
  );
}

export function TableCell({ align = 'left', width, colSpan, children, testId }: TableCellProps) {
  return (
    <MantineTable.Td style={cellStyle(align, width)} colSpan={colSpan} data-test-id={testId}>
      {children}
    </MantineTable.Td>
  );
}

function cellStyle(textAlign: 'left' | 'center' | 'right', width: TableCellProps['width']): CSSProperties {
  if (width === 'min') return { textAlign, width: '1%', whiteSpace: 'nowrap' };
  return { textAlign, ...(width === undefined ? {} : { width: width === 'max' ? '100%' : width }) };
}
