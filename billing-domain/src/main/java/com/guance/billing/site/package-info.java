/** Sites (站点) of the product and the clouds that operate them. */
@NullMarked
package com.guance.billing.site;

import org.jspecify.annotations.NullMarked;
