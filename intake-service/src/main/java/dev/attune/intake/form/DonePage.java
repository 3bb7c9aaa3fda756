package dev.attune.intake.form;

/**
 * What a person sees when a form is over.
 *
 * @param kiosk whether the next person uses the same device
 * @param left whether it was closed because its person had gone; else it was sent
 */
public record DonePage(Frame frame, boolean kiosk, boolean left) {}
