import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { App } from './App';
import { DeskPage } from './desk/DeskPage';
import { Home } from './shell/Home';

const root = createRootRoute({ component: App });

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });
const desk = createRoute({ getParentRoute: () => root, path: '/desk', component: DeskPage });
const contact = createRoute({ getParentRoute: () => root, path: '/desk/$contactId', component: DeskPage });
const floor = createRoute({
  getParentRoute: () => root,
  path: '/floor',
  component: lazyRouteComponent(() => import('./floor/FloorPage'), 'FloorPage'),
});
const link = createRoute({
  getParentRoute: () => root,
  path: '/link/$token',
  component: lazyRouteComponent(() => import('./access/LinkPage'), 'LinkPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([home, desk, contact, floor, link]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
