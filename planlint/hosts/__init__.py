"""What the action writes to GitHub, through `gh`: the comment on a pull request, and the issue of the nightly check."""
