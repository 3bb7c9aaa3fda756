@NullMarked
package dev.attune.scoring.domain;

import org.jspecify.annotations.NullMarked;
