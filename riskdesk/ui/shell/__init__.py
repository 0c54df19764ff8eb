"""The window itself: its place, areas, commands, menus, tool bar, search and status line."""
