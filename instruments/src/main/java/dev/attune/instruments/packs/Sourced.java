package dev.attune.instruments.packs;

/** Something that was read, with the file that it stands in. */
record Sourced<T>(T value, YamlFile file) {}
