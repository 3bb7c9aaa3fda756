@NullMarked
package dev.attune.instruments.agreement;

import org.jspecify.annotations.NullMarked;
