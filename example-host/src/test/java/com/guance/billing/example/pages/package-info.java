/** The pages that cite code, and the code that cites pages. */
@NullMarked
package com.guance.billing.example.pages;

import org.jspecify.annotations.NullMarked;
