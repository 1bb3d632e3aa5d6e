import { createBrowserRouter, type RouteObject } from 'react-router';
import { AccountRoute } from './AccountRoute';
import { HomeRoute } from './HomeRoute';
import { LedgerRoute } from './LedgerRoute';
import { PageLayout } from './PageLayout';
import { BrokenRoute, NotFoundRoute } from './ProblemRoutes';
import { ProvidersRoute } from './ProvidersRoute';
import { Root } from './Root';
import { SignedIn } from './SignedIn';
import { SignInRoute } from './SignInRoute';
import { WelcomeRoute } from './WelcomeRoute';

/** Every address of the app. Studio, mask editor and insights are loaded when they are first opened. */
export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <BrokenRoute />,
    hydrateFallbackElement: <></>,
    children: [
      { path: '/welcome', element: <WelcomeRoute /> },
      { path: '/sign-in', element: <SignInRoute /> },
      {
        element: <SignedIn />,
        children: [
          {
            element: <PageLayout />,
            children: [
              { path: '/', element: <HomeRoute /> },
              { path: '/providers', element: <ProvidersRoute /> },
              { path: '/ledger', element: <LedgerRoute /> },
              {
                path: '/insights',
                lazy: async () => ({ Component: (await import('./InsightsRoute')).InsightsRoute }),
              },
              { path: '/account', element: <AccountRoute /> },
            ],
          },
          {
            path: '/projects/:id/edit/:item',
            lazy: async () => ({ Component: (await import('./EditRoute')).EditRoute }),
          },
          {
            path: '/projects/:id/:stage?',
            lazy: async () => ({ Component: (await import('./StudioRoute')).StudioRoute }),
          },
        ],
      },
      { path: '*', element: <NotFoundRoute /> },
    ],
  },
];

export const makeRouter = () => createBrowserRouter(routes);
