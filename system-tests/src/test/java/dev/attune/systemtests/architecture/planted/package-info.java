/** What the architecture forbids, one class per rule, to see each rule catch it. */
@NullMarked
package dev.attune.systemtests.architecture.planted;

import org.jspecify.annotations.NullMarked;
