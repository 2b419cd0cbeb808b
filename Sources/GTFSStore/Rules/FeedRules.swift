import Findings

/// The rules that are held against a feed as a whole, in the order in which they report.
enum FeedRules {
  static let all: [any FeedRule.Type] = agencies + stops + trips + links

  private static let agencies: [any FeedRule.Type] = [
    InconsistentTimezone.self, MissingAgencyID.self, MoreThanOneRow.self, FeedDatesReversed.self,
    RouteWithoutAgency.self, RouteWithoutName.self, UnusedRoute.self, NetworksTwice.self,
  ]

  private static let stops: [any FeedRule.Type] = [
    MissingStopName.self, MissingCoordinate.self, ZeroCoordinate.self, StopOutsideArea.self,
    MissingParent.self, ParentNotStation.self, StationWithParent.self, UnusedStop.self,
  ]

  private static let trips: [any FeedRule.Type] = [
    DateRangeReversed.self, FeedWithoutTrips.self, UnusedService.self, ServiceRules.self,
    TripWithoutCalls.self, TripRules.self,
  ]

  private static let links: [any FeedRule.Type] = [
    ShapeWithOnePoint.self, DecreasingPointDistance.self, UnusedShape.self,
    FrequencyReversed.self, OverlappingFrequencies.self,
    TransferWithoutStops.self, TransferWithoutTrips.self, TransferWithoutTime.self,
    TransferToNowhere.self,
  ]
}
