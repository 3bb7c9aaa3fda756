@NullMarked
package dev.attune.local;

import org.jspecify.annotations.NullMarked;
