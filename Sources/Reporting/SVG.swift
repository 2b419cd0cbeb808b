import TabularText

/// An element of a drawing; every text and attribute is escaped when it is written.
struct SVG {
  typealias Attributes = KeyValuePairs<String, String>

  var name: String
  var attributes: [(name: String, value: String)]
  var children: [SVG] = []
  var text: String?

  init(
    _ name: String, _ attributes: Attributes = [:], text: String? = nil, children: [SVG] = []
  ) {
    self.name = name
    self.attributes = attributes.map { (name: $0.key, value: $0.value) }
    self.text = text
    self.children = children
  }

  /// A drawing that scales with the page and that a screen reader announces by `title`.
  static func drawing(
    width: Double, height: Double, title: String, description: String, _ children: [SVG]
  ) -> SVG {
    SVG(
      "svg",
      [
        "viewBox": "0 0 \(number(width)) \(number(height))", "role": "img", "aria-label": title,
      ],
      children: [SVG("title", text: title), SVG("desc", text: description)] + children)
  }

  /// The same element with a tooltip.
  func titled(_ title: String) -> SVG {
    var copy = self
    copy.children.insert(SVG("title", text: title), at: 0)
    return copy
  }

  var markup: String {
    var output = ""
    write(to: &output)
    return output
  }

  private func write(to output: inout String) {
    output += "<" + name
    for attribute in attributes {
      output += " " + attribute.name + "=\"" + Markup.escaped(attribute.value) + "\""
    }
    if text == nil, children.isEmpty {
      output += "/>"
      return
    }
    output += ">"
    if let text { output += Markup.escaped(text) }
    for child in children { child.write(to: &output) }
    output += "</" + name + ">"
  }

  /// A length in the drawing, to a tenth of a unit.
  static func number(_ value: Double) -> String {
    let text = CSVWriter.fixed(value, 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension SVG {
  static func group(_ children: [SVG], _ attributes: Attributes = [:]) -> SVG {
    SVG("g", attributes, children: children)
  }

  static func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String,
    stroke: String = "none"
  ) -> SVG {
    SVG(
      "rect",
      [
        "x": number(x), "y": number(y), "width": number(max(0, width)),
        "height": number(max(0, height)), "fill": fill, "stroke": stroke,
      ])
  }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String, width: Double = 1
  ) -> SVG {
    SVG(
      "line",
      [
        "x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2), "stroke": stroke,
        "stroke-width": number(width),
      ])
  }

  static func circle(
    _ x: Double, _ y: Double, radius: Double, fill: String, stroke: String, width: Double = 1
  ) -> SVG {
    SVG(
      "circle",
      [
        "cx": number(x), "cy": number(y), "r": number(radius), "fill": fill, "stroke": stroke,
        "stroke-width": number(width),
      ])
  }

  static func path(
    _ data: String, fill: String, stroke: String = "none", width: Double = 1
  ) -> SVG {
    SVG(
      "path",
      [
        "d": data, "fill": fill, "stroke": stroke, "stroke-width": number(width),
        "fill-rule": "evenodd",
      ])
  }

  enum Anchor: String { case start, middle, end }

  static func label(
    _ x: Double, _ y: Double, _ text: String, anchor: Anchor = .start, size: Double = 14,
    fill: String = Ink.text, isBold: Bool = false, hasHalo: Bool = false
  ) -> SVG {
    var element = SVG(
      "text",
      [
        "x": number(x), "y": number(y), "text-anchor": anchor.rawValue, "font-size": number(size),
        "fill": fill, "font-weight": isBold ? "600" : "400",
      ], text: text)
    if hasHalo {
      element.attributes += [
        (name: "stroke", value: "#fff"), (name: "stroke-width", value: "3"),
        (name: "stroke-linejoin", value: "round"), (name: "paint-order", value: "stroke"),
      ]
    }
    return element
  }

  /// Diagonal lines, told from plain fills without colour.
  static func hatch(id: String, stroke: String = Ink.loss) -> SVG {
    SVG(
      "pattern",
      [
        "id": id, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(45)",
      ],
      children: [
        rect(0, 0, 6, 6, fill: "#fff"),
        line(1.5, 0, 1.5, 6, stroke: stroke, width: 2.4),
      ])
  }

  /// Small dots: nothing to compare.
  static func dots(id: String) -> SVG {
    SVG(
      "pattern",
      ["id": id, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse"],
      children: [
        rect(0, 0, 6, 6, fill: "#fff"),
        circle(2, 2, radius: 0.9, fill: Ink.quiet, stroke: "none"),
      ])
  }
}
