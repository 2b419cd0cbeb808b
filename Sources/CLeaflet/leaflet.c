#include "CLeaflet.h"

// #embed is C23, and clang says so in every other dialect.
#pragma clang diagnostic ignored "-Wc23-extensions"

#if __has_embed("/usr/share/javascript/leaflet/leaflet.min.js")
static const unsigned char script[] = {
#embed "/usr/share/javascript/leaflet/leaflet.min.js"
};
#define SCRIPT script
#define SCRIPT_COUNT sizeof(script)
#elif __has_embed("/usr/share/javascript/leaflet/leaflet.js")
static const unsigned char script[] = {
#embed "/usr/share/javascript/leaflet/leaflet.js"
};
#define SCRIPT script
#define SCRIPT_COUNT sizeof(script)
#else
#define SCRIPT NULL
#define SCRIPT_COUNT 0
#endif

#if __has_embed("/usr/share/javascript/leaflet/leaflet.css")
static const unsigned char style[] = {
#embed "/usr/share/javascript/leaflet/leaflet.css"
};
#define STYLE style
#define STYLE_COUNT sizeof(style)
#else
#define STYLE NULL
#define STYLE_COUNT 0
#endif

const unsigned char *antenne_leaflet_script(size_t *count) {
  *count = SCRIPT_COUNT;
  return SCRIPT;
}

const unsigned char *antenne_leaflet_style(size_t *count) {
  *count = STYLE_COUNT;
  return STYLE;
}
