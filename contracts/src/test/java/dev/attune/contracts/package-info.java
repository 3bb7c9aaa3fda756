@NullMarked
package dev.attune.contracts;

import org.jspecify.annotations.NullMarked;
