import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { App } from './App';
import { DeskPage } from './desk/DeskPage';
import { placeInHistory } from './history/place';
import { Home } from './shell/Home';
import { NotFound } from './shell/NotFound';
import { PageFailed } from './shell/PageFailed';

const root = createRootRoute({ component: App });

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });
const desk = createRoute({ getParentRoute: () => root, path: '/desk', component: DeskPage });
const contact = createRoute({ getParentRoute: () => root, path: '/desk/$contactId', component: DeskPage });
const floor = createRoute({
  getParentRoute: () => root,
  path: '/floor',
  component: lazyRouteComponent(() => import('./floor/FloorPage'), 'FloorPage'),
});
const tv = createRoute({
  getParentRoute: () => root,
  path: '/floor/tv',
  component: lazyRouteComponent(() => import('./floor/TvPage'), 'TvPage'),
});
const readAlong = createRoute({
  getParentRoute: () => root,
  path: '/floor/$contactId',
  component: lazyRouteComponent(() => import('./floor/ReadAlongPage'), 'ReadAlongPage'),
});
const link = createRoute({
  getParentRoute: () => root,
  path: '/link/$token',
  component: lazyRouteComponent(() => import('./access/LinkPage'), 'LinkPage'),
});

const history = createRoute({
  getParentRoute: () => root,
  path: '/history',
  validateSearch: placeInHistory,
  component: lazyRouteComponent(() => import('./history/HistoryPage'), 'HistoryPage'),
});
const followUps = createRoute({
  getParentRoute: () => root,
  path: '/follow-ups',
  component: lazyRouteComponent(() => import('./followups/FollowUpsPage'), 'FollowUpsPage'),
});
const planning = createRoute({
  getParentRoute: () => root,
  path: '/planning',
  component: lazyRouteComponent(() => import('./planning/PlanningPage'), 'PlanningPage'),
});
const ownDay = createRoute({
  getParentRoute: () => root,
  path: '/day',
  component: lazyRouteComponent(() => import('./account/DayPage'), 'DayPage'),
});
const manual = createRoute({
  getParentRoute: () => root,
  path: '/manual/$page',
  component: lazyRouteComponent(() => import('./manual/ManualPage'), 'ManualPage'),
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/AccountPage'), 'AccountPage'),
});
const conversation = createRoute({
  getParentRoute: () => root,
  path: '/conversation/$conversationId',
  component: lazyRouteComponent(() => import('./mentions/ConversationPage'), 'ConversationPage'),
});
const replies = createRoute({
  getParentRoute: () => root,
  path: '/replies',
  component: lazyRouteComponent(() => import('./replies/RepliesPage'), 'RepliesPage'),
});
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/PeoplePage'), 'PeoplePage'),
});
const widgets = createRoute({
  getParentRoute: () => root,
  path: '/widgets',
  component: lazyRouteComponent(() => import('./admin/widget/WidgetsPage'), 'WidgetsPage'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./admin/settings/SettingsPage'), 'SettingsPage'),
});
const settingsSection = createRoute({
  getParentRoute: () => root,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('./admin/settings/SettingsPage'), 'SettingsPage'),
});
const tokens = createRoute({
  getParentRoute: () => root,
  path: '/tokens',
  component: lazyRouteComponent(() => import('./admin/TokensPage'), 'TokensPage'),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('./admin/AuditPage'), 'AuditPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    desk,
    contact,
    floor,
    readAlong,
    tv,
    history,
    followUps,
    planning,
    ownDay,
    account,
    manual,
    replies,
    conversation,
    people,
    widgets,
    settings,
    settingsSection,
    tokens,
    audit,
    link,
  ]),
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: PageFailed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
