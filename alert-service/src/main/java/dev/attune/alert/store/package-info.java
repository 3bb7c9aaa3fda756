/** How an episode's state lies in the store: compact bytes with a version. */
@NullMarked
package dev.attune.alert.store;

import org.jspecify.annotations.NullMarked;
