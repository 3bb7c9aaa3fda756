@NullMarked
package dev.attune.alert.domain;

import org.jspecify.annotations.NullMarked;
