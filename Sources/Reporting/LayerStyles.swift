import GeoPackageFiles

/// How QGIS shows the layers of a run unless it is told otherwise; readable in black and white.
enum LayerStyles {
  static func find(layer: String) -> LayerStyle? {
    guard let (summary, bytes) = styles[layer] else { return nil }
    return LayerStyle(
      name: layer, summary: summary, qml: String(decoding: bytes, as: UTF8.self))
  }

  private static let styles: [String: (summary: String, qml: [UInt8])] = [
    "homes": (
      "Darker saves more minutes one way, larger is more people; a triangle loses, a cross is not "
        + "compared.", PackageResources.homes_qml
    ),
    "municipalities": (
      "Darker saves more minutes one way, over all who are compared; hatched is not compared.",
      PackageResources.municipalities_qml
    ),
    "sites": (
      "Filled exists, hollow is in preparation or a candidate; larger saves more hours.",
      PackageResources.sites_qml
    ),
    "offices": ("Stars.", PackageResources.offices_qml),
    "origins": ("Dots, one for each home and office.", PackageResources.origins_qml),
    "borders": ("A dashed line.", PackageResources.borders_qml),
  ]
}
