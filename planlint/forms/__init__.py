"""Issue forms for people without git knowledge: from plansystem.yaml to forms, from a filled-in form to an edit."""
