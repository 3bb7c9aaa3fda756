@NullMarked
package dev.attune.instruments;

import org.jspecify.annotations.NullMarked;
