import {
  Brush,
  CircleDashed,
  Eraser,
  Hand,
  Hexagon,
  Lasso,
  Pentagon,
  ScanSearch,
  SquareDashed,
  Wand,
  ZoomIn,
  type LucideIcon,
} from 'lucide-react';
import type { Tool } from './engine/settings';

interface ToolEntry {
  readonly tool: Tool;
  readonly label: string;
  /** The long name, in lists and tooltips. */
  readonly title: string;
  readonly keys: string;
  readonly icon: LucideIcon;
}

/** The tools in the order of the rail. */
export const TOOLS: readonly ToolEntry[] = [
  { tool: 'brush', label: 'Brush', title: 'Brush', keys: 'b', icon: Brush },
  { tool: 'erase', label: 'Erase', title: 'Eraser', keys: 'e', icon: Eraser },
  {
    tool: 'smart',
    label: 'Smart',
    title: 'Smart select: point at a thing or draw a box',
    keys: 'w',
    icon: ScanSearch,
  },
  { tool: 'cells', label: 'Cells', title: 'Paint by cells of like colour', keys: 's', icon: Hexagon },
  { tool: 'wand', label: 'Wand', title: 'Wand: what has the same colour', keys: 'shift+w', icon: Wand },
  { tool: 'lasso', label: 'Lasso', title: 'Lasso', keys: 'l', icon: Lasso },
  { tool: 'polygon', label: 'Polygon', title: 'Polygon, corner by corner', keys: 'shift+l', icon: Pentagon },
  { tool: 'box', label: 'Box', title: 'Box', keys: 'm', icon: SquareDashed },
  { tool: 'ellipse', label: 'Ellipse', title: 'Ellipse', keys: 'shift+m', icon: CircleDashed },
  { tool: 'pan', label: 'Pan', title: 'Move the picture', keys: 'h', icon: Hand },
  { tool: 'zoom', label: 'Zoom', title: 'Closer, with Alt further away', keys: 'z', icon: ZoomIn },
];

/** The tools after which the rail draws a line. */
export const GROUP_ENDS: ReadonlySet<Tool> = new Set<Tool>(['erase', 'wand', 'ellipse']);
