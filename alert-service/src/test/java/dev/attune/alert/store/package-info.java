@NullMarked
package dev.attune.alert.store;

import org.jspecify.annotations.NullMarked;
