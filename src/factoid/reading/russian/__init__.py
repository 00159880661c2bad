"""Russian: a reader of its own over natasha's models, with the same promises as the English one."""
