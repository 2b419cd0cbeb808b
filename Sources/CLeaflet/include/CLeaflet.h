#pragma once

#include <stddef.h>

// Leaflet as it lay in /usr/share/javascript/leaflet (Debian's libjs-leaflet) when this was built.
// NULL, with a count of 0, if it was not there.
const unsigned char *_Nullable antenne_leaflet_script(size_t *_Nonnull count);
const unsigned char *_Nullable antenne_leaflet_style(size_t *_Nonnull count);
