"""What the register knows that speaks for one choice or another about a plan.

Each fact is a function of the plan's case: what its sentence is to be filled in with, or None where it is not so.
`planlint.ahead.proposal` has the sentences, and says what each fact leads to.
"""
