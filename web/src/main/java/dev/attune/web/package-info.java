/** What the two HTTP services share: problem details, the caller, his roles. */
@NullMarked
package dev.attune.web;

import org.jspecify.annotations.NullMarked;
