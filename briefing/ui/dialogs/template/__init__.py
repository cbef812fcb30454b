"""The template dialogs: editor, picker, library, what a change of form moves. Nobody has to see TOML."""
