"""The window itself: its areas, actions, menus, tool bar and status line."""
