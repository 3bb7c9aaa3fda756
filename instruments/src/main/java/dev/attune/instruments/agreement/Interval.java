package dev.attune.instruments.agreement;

/** A confidence interval, both ends included. */
public record Interval(double lower, double upper) {}
