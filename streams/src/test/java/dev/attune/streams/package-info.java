@NullMarked
package dev.attune.streams;

import org.jspecify.annotations.NullMarked;
