package dev.attune.intake.form;

/** What a person sees in place of a form. */
public record ClosedPage(Frame frame, Closed why) {}
