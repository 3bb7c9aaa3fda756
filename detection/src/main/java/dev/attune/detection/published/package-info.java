/**
 * Published criteria for ruptures and repairs, as presets named after their sources. Off unless
 * somebody asks for one: on series without any rupture they mark a third to nearly nine in ten of
 * the clients.
 */
@NullMarked
package dev.attune.detection.published;

import org.jspecify.annotations.NullMarked;
