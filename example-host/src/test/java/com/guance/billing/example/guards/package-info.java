/** The guards of the architecture: rules with reasons, and for each a planted violation that proves it bites. */
@NullMarked
package com.guance.billing.example.guards;

import org.jspecify.annotations.NullMarked;
