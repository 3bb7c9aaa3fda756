@NullMarked
package dev.attune.scoring;

import org.jspecify.annotations.NullMarked;
